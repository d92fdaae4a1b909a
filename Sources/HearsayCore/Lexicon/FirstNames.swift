/// Common given names, to tell persons from organisations and places.
///
/// From public lists of frequent given names; a name missing here costs little, for capitals and titles speak too.
enum FirstNames {
  static let list =
    """
    aaron abdul adam ahmed alan albert alejandro alex alexander alexandra alexei ali alice alison amanda amina amy ana andrea
    andrei andrew andy angela angelo anita ann anna anne anthony antonio anton arthur asha barbara beatriz ben benjamin
    bernard beth bill bob boris brandon brenda brian bruce camille carl carla carlos carmen carol caroline catherine
    cecilia charles charlotte chen chloe chris christian christina christine claire clara claude colin cynthia dan dana
    daniel daniela david deborah dennis diana diego dina dmitri donald donna dorothy douglas ed edgar eduardo edward eleanor
    elena eli elias elizabeth ella ellen emil emily emma eric erik ernest esther eva evan eve fatima fiona frances
    francis francisco frank fred gabriel gareth gary george gerald gerard giovanni gloria grace graham greg gregory
    hannah hans harold harry hassan heather hector helen helena henry hugh hugo ian ibrahim igor ilse imran ingrid
    irene isaac isabel ivan jack jacob jakob james jamie jan jana jane janet jason javier jean jeff jennifer jeremy
    jessica jill jim joan joanna joe john johan jonas jonathan jordan jorge jose joseph josh joshua juan judith julia
    julian julie justin kamala karen karl kate katherine kathleen kay keith kelly kenneth kevin khalid kim kofi kumar lars
    laura lauren lee leo leon leonard lewis li liam lily linda lindsay lisa liz louis louise lucas lucia lucy luis
    luke maggie malik manuel mara marc marco marcus maren margaret maria marie marina mario mark marta martha martin mary
    matt matthew maya megan mei melissa michael michel michelle miguel mike mina mohamed mohammed monica muhammad
    nadia nancy naomi natalia natalie nathan neil nicholas nick nicola nicole nigel nikolai nina noah noor nora oleg
    oliver olivia omar oscar pamela patricia patrick paul paula pedro peter petra philip pierre priya rachel rafael raj
    rajesh ralph ravi ray rebecca ricardo richard rita robert roberto robin roger rosa rose ruth ryan sally sam samantha
    samir samuel sandra sara sarah scott sean sergei sharon shirley simon sofia sonia sophia sophie stefan stephanie
    stephen steve steven stuart sue sunil susan tariq ted teresa terry thea theo theodore theresa thomas tim timothy tina
    tom tomas tomás tony tracy ursula valentina vanessa vera victor victoria vikram vincent virginia vivian vladimir walter
    wang wei wendy will william xi yasmin yuri yusuf zara zoe
    """
}
