"""What a plan is: the questions of the study, the answers, and what follows from them."""
