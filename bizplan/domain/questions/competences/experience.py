"""What the entrepreneur learned and did before: studies, jobs, earlier businesses, and experience in the trade."""

from ..asking import choice, long_text, number, text, whole, yes_no
from ..question import Option

STUDIES = (
    text(
        "competences.studies[].name", "Diploma or certificate", feeds="dossier.person",
        ask="Which diploma or certificate do you have?",
        help="Courses and short training count too, also those in Belgium.",
        example="Secondary school, electricity",
    ),
    text(
        "competences.studies[].country", "Country", feeds="dossier.person",
        ask="In which country did you get it?",
        example="Syria",
    ),
    whole(
        "competences.studies[].year", "Year", low=1940, high=2100, feeds="dossier.person",
        ask="In which year did you get it?",
        help="The year of the common calendar. About is fine if you have no paper.",
        example="I was born in 1990, and I was 19. 1990 + 19 = 2009.",
        proof="the paper itself, or a photo of it",
    ),
    choice(
        "competences.studies[].recognition", "Recognised in Flanders?",
        Option("recognised", "Recognised", hint="NARIC compared it with a diploma of here"),
        Option("asked", "Asked for", hint="NARIC is looking at it"), Option("not_asked", "Not asked for"),
        Option("not_needed", "Not needed", hint="It was obtained here, or your trade does not ask for it"),
        feeds="dossier.person",
        ask="Is it recognised in Flanders?",
        help="NARIC-Vlaanderen compares foreign diplomas with those of here. Some trades ask for that.",
    ),
    yes_no(
        "competences.studies[].at_hand", "Do you have the paper?", feeds="dossier.person",
        help="A photo or a copy is fine for now. No paper left? There are other ways to show what you know.",
    ),
)

WORK = (
    text(
        "competences.work[].job", "Job", feeds="dossier.person", required=True,
        ask="Which job did you do?",
        help="Paid or unpaid, with or without a contract, here or elsewhere.",
        example="Electrician",
    ),
    text(
        "competences.work[].where", "Employer and country", feeds="dossier.person",
        ask="For whom did you work, and in which country?",
        example="Workshop of Mr Nasser, Lebanon",
    ),
    text(
        "competences.work[].period", "From when until when", feeds="dossier.person",
        ask="From when until when?",
        example="March 2013 to June 2017",
    ),
    number(
        "competences.work[].years", "Years", high=80, unit="years", feeds="dossier.person",
        ask="How many years is that together?",
        help="Take away long breaks. Half a year is 0.5.",
        example="March 2013 to June 2017 is 4 years and 3 months. 3 ÷ 12 = 0.25, so 4.25 years.",
        proof="a contract, pay slips, or a letter of somebody who worked with you",
    ),
    long_text(
        "competences.work[].tasks", "What you did", feeds="dossier.person",
        ask="What did you do there?",
        help="Name the tasks. Did you lead people, buy goods, handle money? Say it.",
        example="I wired new houses, ordered the material and taught two young colleagues.",
    ),
    text(
        "competences.work[].proof", "Proof", feeds="dossier.person",
        ask="What can show that you did this work?",
        help="Papers, photos, a video, or somebody who saw you work. “Nothing yet” is an answer too.",
        example="Photos of three houses, and a message of my former boss",
    ),
)

BUSINESSES = (
    text(
        "competences.businesses[].what", "Business", feeds="dossier.person",
        ask="Which business did you have?",
        help="Small and informal businesses count too. What you learned there is worth much.",
        example="Shop with lamps and cables",
    ),
    text(
        "competences.businesses[].where", "Country and place", feeds="dossier.person",
        ask="In which country and town was it?",
        example="Lebanon, Tripoli",
    ),
    number(
        "competences.businesses[].years", "Years", high=80, unit="years", feeds="dossier.person",
        ask="How many years did you run it?",
        help="Half a year is 0.5.",
        example="From autumn 2017 to spring 2020: about 2.5 years.",
        proof="a registration, photos of the shop, or a letter of a supplier or a customer",
    ),
    text(
        "competences.businesses[].size", "How large was it (sales, people)?", feeds="dossier.person",
        ask="How large was it?",
        help="Say how many customers or how much you sold, and how many people worked there.",
        example="About 25 customers a day; my cousin and I",
    ),
    text(
        "competences.businesses[].ended", "Why did it end?", feeds="dossier.person",
        help="One sentence is enough. Does it still run? Then say who runs it.",
        example="The street was destroyed. My cousin went on in another town.",
    ),
)

TRADE = (
    long_text(
        "competences.family_business", "Is there a business in your family?", feeds="dossier.person",
        help="Parents, uncles, sisters, here or elsewhere. Say what you did there yourself.",
        example="My mother sews and sells clothes. From my twelfth year I sold them on the market.",
    ),
    long_text(
        "competences.experience_in_trade", "Experience in this trade", feeds="dossier.person", required=True,
        ask="What do you already know of this trade?",
        help="Count everything: work, family, school, and what you learned in Belgium. Lenders look at this first.",
        example="Eight years as an electrician, of which two in Belgium. I know the rules for inspection here.",
    ),
)

QUESTIONS = STUDIES + WORK + BUSINESSES + TRADE
