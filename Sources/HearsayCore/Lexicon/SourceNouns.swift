/// Nouns that say what kind of party a source is.
///
/// Collected from newsroom style guides and from the heads of sources in annotated Wikinews articles.
enum SourceNouns {
  static let lists: [(WordClasses, String)] = [
    (
      [.vagueClass, .peopleNoun],
      """
      experts officials analysts economists critics observers sources insiders scientists researchers investigators
      authorities activists witnesses eyewitnesses residents locals supporters opponents campaigners commentators
      historians doctors physicians lawyers academics scholars specialists politicians lawmakers diplomats executives
      traders investors consumers users customers workers employees farmers teachers parents students protesters
      forecasters meteorologists engineers neighbours neighbors villagers fans prosecutors firefighters rescuers
      organisers organizers leaders employers detractors skeptics sceptics advocates pundits strategists pollsters
      insiders aides advisers advisors colleagues friends relatives associates bystanders onlookers beekeepers
      astronomers archaeologists biologists epidemiologists psychologists sociologists journalists reporters bloggers
      veterans soldiers troops nurses patients drivers passengers pilots regulators legislators republicans democrats
      conservatives liberals progressives egyptologists developers builders landlords tenants retailers manufacturers
      """
    ),
    ([.vagueClass], "reports studies polls surveys rumours rumors media outlets newspapers statistics"),
    ([.vagueClass, .peopleNoun], "people many some others"),
    (
      [.anonymousNoun, .personNoun],
      """
      source official person insider employee aide adviser advisor diplomat executive worker resident witness eyewitness
      bystander neighbour neighbor mechanic nurse doctor teacher farmer driver beekeeper scientist researcher expert
      analyst economist investigator lawyer friend relative colleague associate acquaintance whistleblower participant
      student parent soldier officer engineer manager trader banker customer user patient member activist protester
      critic observer someone man woman boy girl villager local tenant landlord passenger prosecutor clerk secretary
      baker builder cashier cleaner captain clergyman curator dealer dentist fisherman gardener guest librarian
      lorry-driver nun pilot plumber porter postman priest shopkeeper waiter waitress warden
      """
    ),
    (
      [.personNoun, .spokesperson],
      "spokesman spokeswoman spokesperson spokespeople spokespersons spokesmen representative publicist"
    ),
    (
      [.personNoun, .title],
      """
      president premier chancellor king queen prince princess senator governor mayor minister secretary
      director chairman chairwoman chair chief commissioner ambassador general colonel captain sergeant superintendent
      judge justice bishop archbishop pope cardinal rabbi imam professor lecturer author writer singer actor actress
      coach striker midfielder captain leader founder owner editor reporter correspondent conductor stationmaster
      inspector detective constable sheriff deputy congressman congresswoman councillor councilor
      attorney chairperson treasurer provost dean pastor admiral brigadier lieutenant major corporal emperor sultan sheikh
      ayatollah speaker co-author co-founder coauthor cofounder commander commandant vice-president undersecretary lawmaker
      politician candidate astronaut archaeologist biologist historian meteorologist epidemiologist economist
      """
    ),
    ([.title], "mr mrs ms mx dr prof sir dame lord lady rev hon sen rep gov gen col maj capt lt sgt st"),
    (
      [.documentNoun],
      """
      report reports ledger ledgers average averages estimate estimates study studies paper papers survey surveys poll polls bulletin bulletins release releases figures
      data accounts filing filings record records disclosure disclosures review reviews document documents statement
      statements audit audits analysis analyses census index tracker yearbook database statistics letter memo email
      transcript transcripts minutes indictment complaint affidavit ruling judgment judgement verdict testimony
      constitution law act bill treaty resolution proclamation order manual guide atlas register registry dataset
      research results findings assessment assessments brief briefing factsheet schedule map tracker logbook
      summary summaries abstract subpoena advisory lawsuit petition prospectus projection projections
      """
    ),
    (
      [.publicationNoun],
      """
      publication newspaper paper magazine outlet newsletter journal broadcaster tabloid daily weekly channel station
      agency wire site website blog portal podcast
      """
    ),
    (
      [.postNoun],
      "page post posts tweet tweets article articles story stories item column editorial rumour rumor"
    ),
    (
      [.publicationName],
      """
      times post herald journal ledger gazette news tribune observer guardian telegraph chronicle courier examiner
      inquirer sentinel star standard mail express mirror sun independent record bulletin dispatch press globe
      daily weekly magazine reuters bloomberg politico bbc cnn npr afp ap ani nbc cbs abc pbs itv cnbc ndtv rt dpa
      xinhua tass kyodo axios buzzfeed vox slate salon wired newsweek forbes fortune economist spectator atlantic
      yorker monde figaro spiegel zeitung allgemeine jazeera interfax wikinews wikipedia broadcasting television radio tv
      today review-journal verge onion newswire newsroom wire advertiser argus echo voice plain-dealer bee
      """
    ),
    (
      [.organisationName],
      """
      ministry bureau agency council university ltd ab inc corp llc plc gmbh institute institution department office
      authority commission committee association federation union party foundation society centre center bank court
      hospital college school academy service administration board group company corporation organisation organization
      nations army navy force police parliament senate congress house club trust charity network alliance league
      museum laboratory labs lab observatory airlines airways railways church government co cabinet treasury
      assembly coalition initiative programme program project team fund exchange chamber command guard survey polling
      patrol international military militia movement brigade rescue watch
      """
    ),
    (
      [.organisationNoun],
      """
      ministry bureau agency council university institute department office authority commission committee association
      federation union party foundation society centre center bank court hospital college school academy service
      administration board group company corporation organisation organization police army navy government parliament
      senate congress club trust charity network alliance league museum laboratory watchdog regulator operator firm
      maker manufacturer developer publisher retailer carrier airline railway utility insurer lender state county city
      town village municipality embassy consulate palace kremlin pentagon vatican jury tribunal prosecution defence
      defense team family cabinet treasury chamber force brigade squad coastguard opposition campaign coalition
      employer supplier contractor startup start-up startups company companies firms governments states military militia
      movement
      """
    ),
    (
      [.peopleNoun],
      """
      people persons men women children adults members affiliates residents citizens inhabitants passengers voters
      employees workers staff soldiers students pupils patients refugees migrants immigrants visitors tourists fans
      customers users drivers players teachers nurses doctors farmers dockworkers volunteers households families
      prisoners inmates victims survivors supporters subscribers followers believers worshippers participants attendees
      respondents applicants candidates commuters cyclists pedestrians motorists taxpayers pensioners teenagers
      youths babies infants civilians troops officers agents delegates guests spectators demonstrators protesters
      strikers homeowners tenants landlords shoppers viewers listeners readers speakers individuals humans
      """
    ),
    (
      [.placeNoun],
      "country region province district island world nation continent"
    ),
    (
      [.titledWork],
      """
      journal book novel song film movie album play poem magazine article essay series episode single track exhibition
      show musical opera ballet painting programme program podcast game app headline chapter entitled titled called named
      newspaper paper pamphlet report booklet slogan motto sign board banner phrase word term
      """
    ),
    (
      [.casualty],
      """
      killed dead died die dies deaths death injured wounded hurt arrested arrests detained cases missing hospitalised
      hospitalized casualties fatalities victims infected sickened stranded displaced evacuated jailed sentenced executed
      kidnapped drowned trapped injuring killing wounding wounds injuries infections kill kills injure injures wound
      deceased bodies murder murders murdered stabbed shot dying convicted fatality jails jailing guilty hospitalises hospitalizes
      """
    ),
    (
      [.figureNoun],
      """
      figure figures number numbers total totals rate rise fall count toll share level increase decrease drop decline
      growth estimate tally sum amount percentage proportion average record
      """
    ),
  ]
}
