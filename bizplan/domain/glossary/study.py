"""The words of the study itself: who takes part in it, and what comes out of it."""

from ..readiness.sentences import N_
from .term import Term

STUDY = (
    Term("haalbaarheidsstudie", "étude de faisabilité", N_("feasibility study"),
         N_("The questions and the sums with which you find out whether your business can work."), listed=True),
    Term("plan", "plan", N_("plan"),
         N_("Everything that you answer and calculate here for one business."), listed=True),
    Term("dossier", "dossier", N_("dossier"),
         N_("The document that a lender gets: your plan, your figures, and what they rest on."), listed=True),
    Term("ondernemer", "entrepreneur", N_("entrepreneur"),
         N_("Whoever begins or has a business: you."), ("business owner",), listed=True),
    Term("trajectbegeleider", "accompagnateur", N_("coach"),
         N_("Somebody who reads along in your plan and helps you with it."), listed=True),
    Term("kredietadviseur", "conseiller crédit", N_("officer"),
         N_("Somebody who works for a lender, reads your dossier, and gives advice or decides.")),
    Term("projectcoördinator", "coordinateur", N_("manager"),
         N_("Somebody who leads the work of the coaches of an organisation."), listed=True),
    Term("organisatie", "organisation", N_("organisation"),
         N_("A partner that coaches people or lends money."), listed=True),
    Term("kredietverstrekker", "prêteur", N_("lender"),
         N_("A bank or an organisation that lends money."), listed=True),
    Term("bevinding", "constat", N_("finding"),
         N_("Something that the checks noticed in your plan, and what would mend it."), listed=True),
    Term("beslismoment", "jalon", N_("gate"),
         N_("A moment at which your coach says: go, go if, or not yet, and why."), listed=True),
    Term("onderbouwing", "preuve", N_("evidence"),
         N_("What a number rests on: a guess, a conversation, a quote, a test sale or a contract.")),
    Term("gezin", "ménage", N_("household"),
         N_("The people with whom you live, and what you need and earn together."), listed=True),
    Term("activiteitencoöperatie", "coopérative d'activités", N_("activity cooperative"),
         N_("You try your business under the number of a cooperative, and mostly keep your benefit meanwhile.")),
    Term("testfase", "phase de test", N_("test phase"),
         N_("The time in which you try your business for real, before you start by yourself.")),
    Term("nazorg", "suivi", N_("aftercare"),
         N_("What your coach does with you after the start.")),
)
