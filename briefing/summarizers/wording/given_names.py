"""Given names that news in English is full of, and whether they are a man's or a woman's.

A name that both bear (Alex, Jordan, Robin) stands in both lists and tells that a person is meant, not which
pronoun fits. Names that are places or plain words as often as people (Paris, Hope, Will) are left to other
evidence.
"""

from __future__ import annotations

_MEN = """
aaron abbas abd abdel abdul abdulaziz abdullah abdulrahman abel abraham abu adam adel adnan adolfo adrian
ahmad ahmed aidan akbar akira akram alan alastair albert alberto aldo alec alejandro aleksandr alessandro alex
alexander alexandre alexei alexey alexis alfonso alfred alfredo ali alistair allan allen alonso alvaro alvin
amar amin amir amit anand anatoly anders andre andrea andreas andrei andres andrew andrey andrzej andy angelo
angus anil anthony antoine anton antonio antony anwar archie ari aristide arjun armando arnaud arnold arsene
artem arthur arturo arun asad ashraf ashton asif assimi atiku aubrey augustin augusto aung axel ayman babak
bailey barack barney barry bart bartosz bashar bashir basil bastian bastien ben benedict benicio benjamin
bennett benny bernard bernardo bernd bernie bert bilal bill billy bjorn björn bo bob bobby bogdan bono boris
boyd brad bradley brandon branislav brendan brendon brent brett brian brock bruce bruno bryan bryce bryson
burt byron caleb callum calvin cameron carl carlo carlos carlton carmelo carter casey cedric cesar cesare
charles charlie chester chris christian christoph christophe christopher christos chuck cillian clarence
claude claudio claus clayton clement cliff clifford clint clive clyde cody cole colin connor conor conrad
cornelius cory costas courtney craig cristian cristiano cristobal curt curtis cyril cyrus dale damian damien
damon dan daniel daniele daniil danilo danny dante dario darius darren darryl daryl dave david davide davis
davor dean declan demetrius denis dennis derek dermot derrick desmond devin devon dhruv didier diego dieter
dietmar dimitri dimitris dirk dmitri dmitriy dmitry dominic dominik dominique don donald donnie donovan doug
douglas drew duncan dustin dwayne dwight dwyane dylan eamon earl ed eddie edgar edin edmund edouard eduard
eduardo edward edwin efrain egor ehud eli elias elijah eliot elliot elliott elon elvis emanuel emile emilio
emmanuel enda enrico enrique enzo eric erik ernest ernesto ernie ervin erwin esteban ethan etienne eugene evan
evgeny ezekiel ezra fabian fabio fabrice fadi faisal farhad farid farouk federico felipe felix ferdinand
fernando fidel filip filippo finn florian floyd francesco francis francisco franco francois frank frankie
franklin franz françois fraser fred freddie freddy frederick frederik fyodor gabriel gael gareth garrett garry
garth gary gavin gaz gene gennady geoff geoffrey george georges georgios gerald gerard gerardo gerhard gerry
giacomo gian gianluca gianni gideon gilbert gilles giorgio giovanni giulio giuseppe glen glenn godfrey gordon
graeme graham grant greg gregg gregor gregorio gregory grigory guillaume guillermo gunther gus gustav gustavo
habib hadi hafez haider hakan hakim hamad hamid hamza hank hannes hans hardeep harish harold haroon harris
harrison harry harvey hasan hashim hassan hector heinrich heinz helmut henri henrik henrique henry herbert
herman hernan hideki hiroshi hisham horacio horst hosni howard hubert hugh hugo humberto hussein hwang iain
ian ibragim ibrahim idris ignacio igor ilan ilya imad imran ioannis irfan isaac isaiah ismael ismail issa
itamar ivan ivo jabari jack jackson jacob jacques jaime jair jake jakob jakub jalal jamal james jamie jan
janos jared jarrod jason jasper javier jay jayden jean jeb jeff jeffery jeffrey jens jeremiah jeremy jermaine
jerome jerry jesse jesus jim jimmy jin joachim joao joaquin joaquín jochen joe joel joey johan johann johannes
john johnny jon jonah jonas jonathan jones jordi jorge jose josef joseph josh joshua josé juan juergen jules
julian julien julio julius jun junaid jurgen justin jürgen kabir kai kalle kamal kamran karan kareem karim
karl karol kasper keith kelvin ken kendrick kenji kenneth kenny kent kevin khaled khalid khalil kieran kim
kirill kirk klaus knut kobe kofi konstantin kris kristian kumar kurt kwame kyle lamar lance landon larry lars
laszlo laurence laurent lawrence lebron lee leif len lenny leo leon leonard leonardo leonid leopoldo leroy les
leslie levi lewis liam lindsay lionel lloyd logan lorenzo lou louie louis luc luca lucas luciano ludwig luigi
luis luiz lukas luke luther mahathir maher mahmoud mahmud majid malachi malcolm malik manfred manmohan manny
manoj manuel marc marcel marcelo marco marcos marcus marek mariano mario marion marius mariusz mark marko
markus marlon marshall martin marty martín marvin massimo mateo mateusz mathew mathias mathieu matt matteo
matthew matthias matthieu maurice mauricio maurizio max maxim maxime maximilian mehdi mehmet mehran mel melvin
menachem mesut michael michal michel miguel mihai mikael mike mikel mikhail miklos milan miles milo milos
miroslav mitch mitchell mitt modibo mohamed mohammad mohammed mohsen moises momodou monty morgan moritz morris
moshe mostafa muammar muhammad muhammadu muhammed mukesh muqtada murat murray musa mustafa nabil nader naftali
naguib naim narendra naseer nasser nat nathan nathaniel nawaz neal ned neil nelson nestor neville nicholas
nick nicklas nicky nico nicola nicolae nicolas nicolás nicos nigel niko nikolai nikolas nikos nils nir noah
noel nolan nori norman nouri novak olaf oleg oliver olivier olli olof omar omer osama oscar oskar osman otto
owen pablo paddy paolo pascal pat patrice patricio patrick paul paulo pavel pedro pekka pep per perry pete
peter petr petro petros phil philip philippe phillip pierre piers pieter piotr prakash prem quentin quincy
quinn rafael rafal rafik rafiq rahul raj rajesh rajiv ralf ralph rami ramin ramon ramzan ramzi rand randall
randy raphael rashad rashid raul ravi ray raymond raúl recep reggie reginald reinhard renato rene rené reuben
reuven rex reza ricardo riccardo rich richard rick ricky rob robbie robert roberto robin rod rodney rodolfo
rodrigo rogelio roger rohan roland rolf romain roman romeo ron ronald ronan ronnie rory ross rowan roy ruben
rubén rudi rudolf rudolph rudy rufus rupert russ russell rustam ryan saad sadiq saeed saif sajid salah saleh
salem salim salman salvatore sam sami samir sammy samuel sandeep sandro sanjay saul scot scott seamus sean
sebastian selim sepp serge sergei sergey sergi sergio seth shahid shaker shane shaquille shaun shawn sheldon
shimon shinzo sid sidney sigmar silvio simeon simon sinan slobodan solomon spencer stan stanislav stanley
stefan stefano stefanos stephan stephane stephen sterling steve steven stewart stuart suleiman sunil suresh
sven syed sylvester taha taj takeshi tamer tamerlan tamim tareq tariq taro tayyip ted terence terrance terrell
terrence terry tevin thabo thad theo theodore thibaut thierry thomas tiger tim timothy tito tobias toby todd
tom tomas tomasz tommaso tommy tomáš tony torsten travis trent trevor trey tristan troy tyler tyrone ulrich
umar umberto usain usama usman uwe vaclav valentin valery vasily vernon veselin victor vijay viktor vince
vincent vincenzo vinod virat vitaly vito vivek vlad vladimir vojislav volodymyr vyacheslav waleed walid
wallace walter warren wayne wendell wes wesley wilfred wilfried wilhelm willem william willie winston wladimir
wojciech wolfgang woody wyatt xavier xi yair yannick yaser yasin yasser yassine yevgeny yitzhak yoav yogi
yosef yosuke yousef yuri yusuf yuval yves zac zach zachary zack zahir zaid zayn zbigniew zeljko zinedine
zlatan zoltan
"""
_WOMEN = """
abby abigail ada adela adele adrienne agatha agnes agnieszka aisha aishwarya alana alejandra aleksandra alena
alessandra alex alexandra alexandria alexis alfre alice alicia alina alison allison alma alya alyssa amal
amanda amber amelia amelie amina amira amy ana anais anastasia andrea angela angelica angelina anika anisa
anita anja ann anna annabel annabelle anne annette annie annika anthea antoinette antonia anya aretha ariana
arianna arya ashlee ashleigh ashley astrid audrey aurora ava avril ayesha aylin azadeh barbara beata beatrice
beatriz becky belinda bella benazir bernadette bernice bertha beth bethany betsy betty beverley beverly
beyonce beyoncé bianca birgit blanca bonnie brenda briana bridget brigitte britney brittany brooke caitlin
caitlyn cameron camilla camille candace candice cara carey carina carla carly carmen carol carole caroline
carolyn carrie caryn casey cassandra cate catherine cathleen cathy catriona cecile cecilia celeste celia
celine chantal charlene cher cheryl chiara chloe christa christie christina christine christy chrystia ciara
cindy claire clara clare clarissa claudette claudia cleo colette colleen connie constance consuelo cora coral
corazon corinne courtney cristina cynthia dagmar daisy dana daniela danielle daphne darlene darya dawn debbie
deborah debra deirdre delia delphine demi denise desiree diana diane dianne dilma dina dolores dominique donna
dora doreen doris dorothy ebony edith edna eileen elaine eleanor elena eleni elif elin elisa elisabeth elise
eliza elizabeth ella ellen ellie eloise elsa elsie elspeth emilia emily emma erica erika erin ernestine
esmeralda esperanza estelle esther ethel eugenia eugenie eunice eva evangeline eve evelyn fabiola fadela faith
farah farkhunda fatima fatma fatou faye federica felicia felicity fern fernanda fiona fiorella flora fran
frances francesca francoise françoise frederica freya frieda gabby gabriela gabriella gabrielle gail gayle
gemma genevieve georgina geraldine germaine gertrude ghada gillian gina ginny gisele giulia gladys glenda
gloria golda goldie grace gracie greta gretchen griselda gwen gwendolyn gwyneth hailey haley halle hanan
hannah harriet hattie hayley hazel heather heidi helen helena helene helga henrietta hermione hilary hilda
hillary holly huda ida imelda imogen ines ingrid irene irina iris irma isabel isabella isabelle isla ivana
ivanka ivy jacinda jackie jacqueline jada jade jamie jan jana jane janelle janet janice janine jasmin jasmine
jayne jean jeanette jeanne jemima jen jenna jennie jennifer jenny jessica jessie jill jillian jo joan joana
joann joanna joanne jocelyn jodie jody johanna jolene josefina josephine joy joyce juanita judi judith judy
julia juliana julianna julianne julie juliet juliette justine kaitlyn kaley kali kamala karen karin karina
karla kasey kat katarina kate katerina katharina katharine katherine kathleen kathryn kathy katia katie
katrina katy katya kay kayla keira keisha kelly kelsey kendall kendra keri kerry khadija khloe kim kimberly
kirsten kirsty kourtney kris krista kristen kristin kristina kristine kylie lana lara larissa latifa latoya
laura laurel lauren laurie lea leah leanne leila lena lenore leona leonora lesley leslie leticia lidia lila
lili lilian liliana lillian lily lina linda lindsay lindsey lisa liv liza lizzie lois lola lora loretta lori
lorna lorraine louisa louise lucia lucille lucinda lucy ludmila luisa lupita lydia lyn lynda lynette lynn
lynne mabel mackenzie madeleine madeline mae maggie maha malala malia malin mallory mandy manuela mara
marcella marcia margaret margarita margot maria mariah mariam marianne marie mariela marilyn marina marine
marion marisa marisol marissa marjorie marlene marta martha martina mary maryam matilda maud maureen maxine
maya mayra meagan meg megan meghan mei melania melanie melinda melissa meredith meryl mia michaela michele
michelle mika mila mildred milena miley millie mimi mina mindy minnie mira miranda miriam mitzi moira molly
mona monica monika morgan muriel myra myrtle mónica nadia nadine naila najat nancy nanette naomi nasrin
natalia natalie natalya natasha nathalie neda nell nellie nesrine nicki nicky nicola nicole nicolette nigella
nikita nikki nina noelle noemi nora noreen norma nour nur octavia odette oksana olena olga olive olivia oona
oprah paige paloma pam pamela pat patricia patsy patti patty paula pauline pearl peggy penelope penny petra
philippa phoebe phyllis pilar pippa polly portia priscilla priya queenie rachael rachel ramona rania raquel
reba rebecca reese regina rena renata renee reshma rhea rhiannon rhonda rihanna rita roberta robin robyn
rochelle romola rona ronda rosa rosalie rosalind rosalyn rosaria rosario rose roseanne rosemary rosie rowena
roxana roxanne ruby ruth sabina sabine sabrina sadie safiya saira sally salma samantha sandra sania sara sarah
sasha saskia scarlett selena serena shabnam shakira shannon sharon shauna shayanna sheila shelby shelley
shelly sherri sheryl shirin shirley sian sibyl sienna sigrid silvia simona simone sinead sofia sofía sondra
sonia sonja sonya sophia sophie soraya stacey stacy stefanie steffi stella stephanie sue sunita susan susana
susanna susannah susanne susie suzanne suzy svetlana sybil sylvia sylvie tabitha tamara tami tammy tania tanya
tara taryn tatiana tatyana tawakkol taylor teresa teri terri tessa thandie thea thelma theresa therese tiffany
tilda tina toni tonya tori tracey traci tracy tricia trina trisha trudy tzipi ulla ulrike uma ursula usha
valentina valeria valerie vanessa venus vera verena verity veronica veronika vicki vicky viola violet vivian
viviane vivien vivienne wanda wendy whitney whoopi wilhelmina wilma winifred winnie winona xiomara yael
yasmeen yasmin yelena yesenia yoko yolanda yulia yuliya yulya yvette yvonne zadie zahra zainab zara zelda zena
zephany zhanna zoe zoë zsa zuzana
"""

MEN = frozenset(_MEN.split())
"""In lower case."""
WOMEN = frozenset(_WOMEN.split())
"""In lower case."""
