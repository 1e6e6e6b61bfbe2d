"""Words that say nothing of what a question is about: the index from A to Z passes over them."""

# The words that ask, and those around them.
ASKING = {
    "en": """
        a about after an and any are as avoid best better can choose do does easy feel
        for from get go goes going good have healing help helps home how i if in into
        involved is it keep leaves long make matters mean means me most my of off often
        on or over released right see sets should sign so take taken tell that the there
        to under up upper use usual what when which who why with without works wrote you
        your
    """,
    "fr": """
        a ai aide aident appareil après arrêtent au aux avec bon bonne c cause causer ce
        choisir combien comment compte contre d dans de des deviennent du écrit elle
        elles en est et éviter fait faire faut gestes habituel il ils j jeu je l la le
        les longtemps m ma maison me mes mieux moi moment mon n on ont ou où par peut
        plus pour pourquoi prend qu quand que quel quelle quelles quels qui quoi s sa
        sans se sert servir ses si signe son sont souvent sous sur t temps un une utile
        veut dire vite voir y à long
    """,
}
# The words that most questions here share.
SHARED = {
    "en": """
        a along back fast hurt hurts lower muscle muscles pain spasm spasms spine
        treatment upper
    """,
    "fr": """
        bas colonne contractent contracte contracture contractures dos douleur haut mal
        muscle muscles soin
    """,
}
