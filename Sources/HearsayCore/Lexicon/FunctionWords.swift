/// Closed-class words of English, by what they do in a sentence.
enum FunctionWords {
  static let lists: [(WordClasses, String)] = [
    ([.function, .definite], "the"),
    ([.function, .indefinite], "a an"),
    ([.function, .demonstrative, .definite], "this that these those"),
    ([.function, .possessive, .definite], "its his her their your whose"),
    ([.function, .possessive, .definite, .firstPerson], "my our"),
    ([.function, .personalPronoun], "he she it they him them you one himself herself itself themselves"),
    ([.function, .personalPronoun, .firstPerson], "i we me us myself ourselves mine ours"),
    ([.function, .auxiliary, .be], "is are was were be been being am 's 're 'm"),
    ([.function, .auxiliary], "has have had having does do did 've 'd"),
    ([.function, .auxiliary, .modal], "will would can could may might must should shall 'll cannot"),
    ([.function, .negation], "not n't never no"),
    (
      [.function, .preposition],
      """
      of to in on at by for from with per as since until during over between within under about after before than like
      out up down into through amid against including among above below despite without across around behind beyond
      near off onto outside inside past toward towards upon via throughout along alongside besides concerning regarding
      """
    ),
    ([.function, .conjunction], "and or but nor yet so"),
    (
      [.function, .subordinator],
      "while although though whereas because if unless when where whether once since until after before as that"
    ),
    ([.function, .relative], "who which whose whom that where"),
    (
      [.function, .adverb],
      """
      also then there here now already still ever almost just only even again too very later recently previously
      repeatedly consistently often always widely further once earlier initially originally since simply clearly publicly
      privately officially formally apparently perhaps maybe however therefore thus meanwhile moreover instead rather
      first subsequently reportedly currently sometimes usually frequently immediately quickly finally eventually
      """
    ),
    (
      [.function, .quantifier],
      "many some several few most all both any each every another other others much more less none no such"
    ),
    ([.function], "what why how there yes etc not"),
  ]
}
