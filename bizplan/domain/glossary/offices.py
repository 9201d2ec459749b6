"""The words of offices, taxes, forms of business and papers to stay."""

from ..readiness.sentences import N_
from .term import Term

TAXES = (
    Term("btw", "TVA", N_("VAT"),
         N_("A tax on what you sell. Your customers pay it to you; you pay it on to the state, less the VAT that you "
            "paid yourself.")),
    Term("vrijstellingsregeling", "régime de la franchise", N_("VAT exemption"),
         N_("A rule for small businesses. They ask no VAT from their customers, and get none back of what they buy."),
         ("franchise", "freed from VAT", "exempt from VAT", "small-business scheme")),
    Term("personenbelasting", "impôt des personnes physiques", N_("income tax"),
         N_("The tax on what a person earns. The profit of a sole trader is a part of that."),
         ("personal income tax",)),
    Term("vennootschapsbelasting", "impôt des sociétés", N_("corporate tax"),
         N_("The tax on the profit of a company."), ("company tax",)),
    Term("voorafbetaling", "versement anticipé", N_("prepayment"),
         N_("Tax that you pay in parts, before the bill comes. It avoids a surcharge."),
         ("paid ahead", "paying ahead", "pay ahead")),
    Term("sociale bijdragen", "cotisations sociales", N_("social contributions"),
         N_("What the self-employed pay each quarter, so that they are insured for illness, family and pension.")),
    Term("RSZ", "ONSS", N_("RSZ"),
         N_("The office to which an employer pays the social contributions on wages."), ("NSSO",)),
)

FORMS = (
    Term("eenmanszaak", "entreprise individuelle", N_("sole trader"),
         N_("You and your business are one for the law. What the business owes, you owe.")),
    Term("vennootschap", "société", N_("company"),
         N_("A business that has its own money and its own debts, apart from yours.")),
    Term("BV", "SRL", N_("BV"),
         N_("A small company that begins at a notary, with a financial plan. If it fails, mostly only its own money is "
            "lost.")),
    Term("hoofdberoep", "activité principale", N_("main occupation"),
         N_("Your business is your main work. Your social contributions are those of a self-employed person.")),
    Term("bijberoep", "activité complémentaire", N_("secondary occupation"),
         N_("You have your business beside another job. The social contributions are then often lower.")),
    Term("meewerkende echtgenoot", "conjoint aidant", N_("assisting spouse"),
         N_("A husband, wife or partner who helps in your business and is not an employee of it.")),
    Term("schijnzelfstandigheid", "fausse indépendance", N_("false self-employment"),
         N_("Somebody is called self-employed and in truth works like an employee, for example for one client "
            "only.")),
    Term("aansprakelijkheid", "responsabilité civile", N_("liability"),
         N_("You have to pay when somebody has damage because of your work. An insurance can take that over.")),
    Term("boekhouder", "comptable", N_("bookkeeper"),
         N_("Somebody who keeps the accounts of your business and makes its tax forms."), ("accountant",)),
)

OFFICES = (
    Term("ondernemingsloket", "guichet d'entreprises", N_("enterprise counter"),
         N_("The office where you have your business registered."), ("business counter",)),
    Term("KBO", "BCE", N_("KBO"),
         N_("The register in which all businesses of Belgium stand."), ("Kruispuntbank van Ondernemingen",)),
    Term("ondernemingsnummer", "numéro d'entreprise", N_("enterprise number"),
         N_("The number of your business in the KBO. It stands on your invoices.")),
    Term("vestigingsnummer", "numéro d'unité d'établissement", N_("establishment number"),
         N_("The number of one place where a business works. Each place has its own."),
         ("establishment unit", "vestigingseenheid")),
    Term("NACE-code", "code NACE", N_("NACE code"),
         N_("A number that says what kind of work a business does."), ("NACE",)),
    Term("sociaal verzekeringsfonds", "caisse d'assurances sociales", N_("social insurance fund"),
         N_("The fund that every self-employed person joins, and to which they pay their social contributions.")),
    Term("OCMW", "CPAS", N_("OCMW"),
         N_("The social service of your municipality. It helps people who have too little to live on.")),
    Term("leefloon", "revenu d'intégration", N_("leefloon"),
         N_("Income that the OCMW pays to people who have too little to live on."), ("integration income",)),
    Term("VDAB", "VDAB", N_("VDAB"),
         N_("The public service for work in Flanders. It helps people who look for a job or want to start.")),
    Term("springplank naar zelfstandige", "tremplin-indépendants", N_("springboard"),
         N_("A rule by which some job seekers begin a business beside their benefit, and keep it for a time."),
         ("springplank",)),
    Term("FAVV", "AFSCA", N_("FAVV"),
         N_("The agency for safe food. Whoever makes or sells food announces it there before the start."),
         ("AFSCA",)),
    Term("NARIC", "NARIC", N_("NARIC"),
         N_("The office that says what a diploma from another country is worth here.")),
    Term("Peppol", "Peppol", N_("Peppol"),
         N_("The network through which businesses send each other their invoices.")),
    Term("geregistreerd kassasysteem", "système de caisse enregistreuse", N_("registered till"),
         N_("A till that keeps a safe record of what is sold. Some places that serve meals need it."),
         ("GKS", "white cash register", "cash register")),
)

STAY = (
    Term("verblijfskaart", "titre de séjour", N_("residence card"),
         N_("The card that says that you may stay in Belgium, and until when."), ("residence permit",)),
    Term("beroepskaart", "carte professionnelle", N_("professional card"),
         N_("A permit to work for yourself, which some people from other countries need. Recognised refugees do not "
            "need it.")),
    Term("erkend vluchteling", "réfugié reconnu", N_("recognised refugee"),
         N_("Somebody whom Belgium gave protection as a refugee.")),
    Term("subsidiaire bescherming", "protection subsidiaire", N_("subsidiary protection"),
         N_("Protection for somebody who is in danger in their country and is not recognised as a refugee.")),
)
