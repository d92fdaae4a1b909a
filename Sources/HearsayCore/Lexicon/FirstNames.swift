/// Common given names, to tell sons from organisations and places, and whom "he" and "she" can stand for.
///
/// Frequent given names of many languages; a name missing here costs little, for capitals and titles speak too.
enum FirstNames {
  /// Borne by women.
  static let feminine =
    """
    abigail ada adele agnes aisha alexandra alice alicia alina alison allison alma amanda amelia amina amy ana
    anastasia angela angelica anika anita ann anna annabel anne annette annie antonia ariana astrid audrey aurora
    ayesha barbara beatrice beatriz becky belinda bella bernadette beth bethany betty beverly bianca bonnie brenda
    bridget brigitte brooke camila camille carla carly carmen carol caroline carolyn carrie cassandra catherine cathy
    cecilia celeste celia charlene chiara chloe christina christine cindy claire clara claudia colleen connie constance
    courtney cristina crystal cynthia daisy daniela danielle daphne darlene na debbie deborah debra denise diana
    diane dina dolores donna dora doris dorothy edith eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth
    ella ellen elsa elsie emily emma erica erika erin esmeralda esther eva eve evelyn faith fatima felicity fiona
    florence frances francesca freya gabriela gabriella gabrielle gail gemma genevieve georgina geraldine gertrude gina
    giulia gladys gloria greta gretchen guadalupe gwen hannah harriet hazel heather heidi helen helena helga henrietta
    hilary hillary holly ida ilse imogen inge ingrid irene irina iris isabel isabella isabelle jacinda jacqueline jana
    jane janet janice jasmine jeanette jeanne jenna jennifer jenny jessica jill joan joanna joanne jodie josephine joy
    joyce juana juanita judith judy julia juliana julie juliet kamala kara karen karin karina kate katerina
    katherine kathleen kathryn kathy katie katrina katya kayla keiko kirsten kristen kristin kristina lara latoya laura
    lauren leah leila lena leticia lila lily linda lisa liz lois lorena loretta lorraine louisa louise lucia lucille
    lucy luisa lydia mabel madeleine magdalena maggie malala mara marcia maren margaret margarita margot maria mariam
    mariana marianne marie marilyn marina marisa marjorie marlene marta martha martina mary maryam matilda maureen maya
    megan melanie melinda melissa meredith michelle mildred miranda miriam moira molly monica monika muriel
    myra nadia nancy naomi natalia natalie natasha nicole nina nora norma olga olivia ophelia paige pamela patricia
    paula pauline peggy penelope petra phoebe phyllis priscilla priya rachel ramona rebecca regina renata renee rhonda
    rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah selma serena sharon
    sheila shirley silvia simone sofia sonia sonya sophia sophie stacey stacy stella stephanie sue susan susanna
    susanne suzanne svetlana sylvia tamara tammy tanya tara tatiana teresa tess tessa thea theresa tiffany tina toni
    trudy ulrike ursula valentina valerie vanessa vera veronica victoria vivian viviana wanda wendy whitney wilma
    yasmin yolanda yvette yvonne zainab zara zoe
    """

  /// Borne by men.
  static let masculine =
    """
    aaron abdul abdullah abel abraham adam adil adrian ahmad ahmed alan albert alberto alejandro aleksandr alessandro
    alexander alexei alexey alfonso alfred ali alistair allan allen alvin amir amit anders andre andreas andrei andres
    andrew andrey andy angelo angus anthony antoine anton antonio archie arjun armando arnold arthur arturo ashok
    austen axel barry bartholomew ben benedict benjamin bernard bernd bernie bill bob bobby boris brad bradley brandon
    brendan brett brian bruce bruno bryan byron calvin cameron carl carlo carlos cedric cesar charles charlie christian
    christoph christophe christopher clarence claude clifford clive colin conor craig curtis cyril damian dan daniel
    danny darren dave david davide dennis derek desmond diego dieter dimitri dirk dmitri dmitry dominic donald
    doug douglas duncan dwight dylan eddie edgar edmund eduardo edward edwin elias elijah elliot emil emilio
    emmanuel enrico enrique eric erik ernest ernesto ethan eugene evan ewan fabian fabio felipe felix fernando floyd
    francesco francis francisco franco frank frankie franz fred freddie frederic frederick friedrich gabriel gareth
    garry gary gavin geoff geoffrey george gerald gerard gerhard giacomo gilbert giles giorgio giovanni giulio giuseppe
    glenn gordon graeme graham greg gregor gregory guido guillaume guillermo gunther gustav gustavo habib hamid
    hamza hans harald harold harry harvey hassan hector heinrich helmut henri henrik henry herbert herman hiroshi horst
    howard hubert hugh hugo hussein ian ibrahim ignacio igor imran isaac ivan ivor jack jacob jacques jaime jake jakob
    jamal james jared jason javier jay jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joaquin joe
    joel johan johann john johnny jonas jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin
    kareem karl keith ken kenji kenneth kevin khalid klaus kofi konstantin kumar kurt kyle lars lawrence leo leon
    leonard leonardo leonid lewis liam lionel lloyd lorenzo louis luca lucas luigi luis lukas luke magnus mahmoud
    malcolm manuel marc marcel marcelo marco marcos marcus mario marius mark markus martin marvin massimo
    mateusz mathieu matt matteo matthew matthias maurice mauricio max maximilian mehmet melvin michael michal michel
    miguel mikael mike mikhail milan mitch mohamed mohammad mohammed moses muhammad mustafa nathan nathaniel neil
    nelson nicholas nick nicolas niels nigel nikita nikolai noah norbert norman oleg oliver olivier omar oscar oskar
    osman otto owen pablo paolo pascal patrick paul pavel pedro cy ry pete peter phil philip philippe phillip
    pierre piotr rafael raj rajesh ralf ralph ramon raphael rashid raul ravi ray raymond reginald ricardo richard rick
    robert roberto rod rodney rodrigo roger roland rolf roman ron ronald rory ross roy ruben rudolf rupert russell ryan
    salman salvador samir samuel sanjay santiago saul sean sebastian serge sergei sergey sergio seth shane shaun silvio
    simon stanley stefan stefano stephen steve steven stewart stuart sunil sven tariq ted terence terry theo theodore
    thomas tim timothy tobias toby todd tom tomas tommy tomás tony travis trevor tristan tyler uwe valentin vernon
    victor vijay vikram viktor vincent vladimir walter warren wayne werner wilfred wilhelm will william winston
    wolfgang xavier xi yannis yuri yusuf yves zachary
    """

  /// Borne by women and men, or differently from country to country.
  static let either =
    """
    alex alexis andrea asha ashley charlotte chen chris dana ed eli grace jamie jan jean jordan kay kelly kim lee
    leslie li lindsay lynn malik mei mina nicola noor robin sam scott sidney tracy virginia wang wei
    """
}
