# SPDX-License-Identifier: MIT
"""Every command that asks: its questions with an answer to each, and the command line that says the same
without a question. Knows nothing of terminals."""

from dataclasses import dataclass

LOG_WALK = [
    ("Who was it with?", "1"),
    ("When were you in touch with Ada Lovelace? [today]", "yesterday"),
    ("How? [meeting]", "coffee, 45m, them, 4/5"),
    ("What was it about?", "Talked about the packet"),
    ("And?", "? How was the re-org?"),
    ("And?", ""),
    ("Anything promised?", "Send the draft by fri"),
    ("Anything else?", "they: Intro to Grace by 2w"),
    ("Anything else?", "> Lead with impact"),
    ("Anything else?", "! Spoke at the meetup"),
    ("Anything else?", ""),
    ("When do you meet next? [Sat 19 Dec 2026]", "thu 15:30"),
]

ADD_WALK = [
    ("Who is it?", "Grace Hopper"),
    ("What are they to you: mentor, mentee, peer or prospect? [mentor]", ""),
    ("How did you meet?", "RubyConf hallway"),
    ("What do you want to learn from them?", "saying no"),
    ("Where does mail reach them?", "grace@example.org"),
    ("Talk about what the two of you agreed: now or later? [later]", "now"),
    ("When did it begin?", "yesterday"),
    ("When is it to end?", "eoy"),
    ("How often do you meet?", "4w"),
    ("Who reaches out: me or them?", "me"),
    ("Where do you meet?", "the café"),
    ("For how long?", "45m"),
    ("Does what is said stay between you?", "y"),
    ("Do you tell each other what is hard to hear?", "y"),
    ("What do you expect of each other?", "Honesty"),
    ("What is off limits?", "Salaries"),
    ("When is their birthday?", "9 dec"),
]

# Those that the walks are about, beside Ada and Zoë.
PEOPLE = {
    "alan-turing.toml": """\
name = "Alan Turing"
role = "mentor"
added = 2026-11-20

[[goal]]
id = "g3kq"
title = "Lead a project"

[[commitment]]
id = "c7k2"
owner = "me"
what = "Send the draft"

[[question]]
id = "q1w8"
ask = "How was the re-org?"
""",
    "barbara-liskov.toml": """\
name = "Barbara Liskov"
role = "peer"
added = 2026-11-20

[[goal]]
id = "g5rt"
title = "Lead a team"

[[goal]]
id = "h2mn"
title = "Speak to a team"
way = "Ask for a slot"
""",
}

PEOPLE["carol-shaw.toml"] = """\
name = "Carol Shaw"
role = "mentor"
stage = "paused"
added = 2026-11-20

[[advice]]
id = "d4vc"
what = "Ask early"
on = 2026-11-01

[[commitment]]
id = "k3pt"
owner = "me"
what = "Read the memo"
made = 2026-11-02
done = 2026-11-20
"""

WHO = ("Who is it about?", "alan")

END_WALK = [
    ("Is it reached, given up, or still open? [open]", "reached"),
    ("What came of it?", "Shipped in May"),
    ("Is it kept, let go, or still open? [open]", "let"),
    ("Why?", "It was written anew"),
    ("What did your time with Alan bring you?", "I lead a team"),
    ("What would you like to thank Alan for?", "Two chapters less"),
    ("Have you told Alan so? (yes/no) [no]", "yes"),
    ("How often will you be in touch with Alan? [3mo]", "6mo"),
    ("Whom did Alan name for what comes next?", "Lin Wu"),
    ("Shall this be written? (yes/no) [yes]", ""),
]

PARKED_WALK = [
    ("What was it about?", "A long walk"),
    ("And?", ""),
    ("Which of these are done?", "1"),
    ("Send the draft: how did it go?", ""),
    ("Which of these goals did you talk about?", "project"),
    ("Anything promised?", ""),
    ("How was the re-org?", "Calm and slow"),
    ("When do you meet next? [Sun 20 Dec 2026]", "-"),
]

GROW_WALK = [
    ("What exactly is the goal? [Lead a team]", "Lead a team of two"),
    ("Where do things stand?", "Nobody yet"),
    ("What is in the way, and what are the ways around it?", "No budget"),
    ("What is the way forward?", "Write a plan"),
    ("And then?", "Read the plan by fri"),
    ("And then?", ""),
    ("Write a plan: me or them?", "me"),
    ("By when?", "2w"),
    ("Read the plan: me or them?", "them"),
]
GROWN = ["--title", "Lead a team of two", "--reality", "Nobody yet", "--options", "No budget",
         "--way", "Write a plan", "--way", "Read the plan by fri",
         "--todo", "Write a plan by 2w", "--they", "Read the plan by fri"]

TALK_WALK = [
    *GROW_WALK,
    ("What was it about?", "The team"),
    ("And?", ""),
    ("Which of these goals did you talk about?", ""),
    ("When do you meet next? [Sun 3 Jan 2027]", "-"),
]

AGREE_WALK = [
    ("How often do you meet?", "4w"),
    ("How much later is still fine?", "1w"),
    ("Where do you meet?", "the café"),
    ("For how long?", "45m"),
    ("Which channel is easiest for them?", "email"),
    ("When are messages welcome?", "09:00-17:00"),
    ("Who reaches out: me or them?", "me"),
    ("Does what is said stay between you?", "yes"),
    ("Do you tell each other what is hard to hear?", "yes"),
    ("What do you expect of each other?", "Honesty"),
    ("What is off limits?", "Salaries"),
    ("When is it to end?", "31 dec"),
    ("When do you look at it again?", "3mo"),
]

PULSE_WALK = [
    ("Respect:", "4"),
    ("Exchange:", "3 it goes one way"),
    ("Expectations:", "4"),
    ("Values:", "5"),
    ("Connection:", "5"),
    ("Altruism:", ""),
    ("Listening:", "2"),
    ("Anything to add?", "A good year"),
]

NEW_GOAL_WALK = [
    ("What exactly is the goal?", "Give a talk"),
    ("How will you know that it is reached?", "Ten people came"),
    ("What is in the way, and what are the ways around it?", "Stage fright"),
    ("Why does it matter?", "To be heard"),
    ("By when?", "1 jun"),
]

EDIT_GOAL_WALK = [
    ("What exactly is the goal? [Speak to a team]", ""),
    ("How will you know that it is reached?", "Ten people came"),
    ("What is in the way, and what are the ways around it?", "Stage fright"),
    ("Why does it matter?", "To be heard"),
    ("By when?", "1 jun"),
    ("Where do things stand?", "An abstract"),
    ("What is the way forward? [Ask for a slot]", "-"),
    ("Which goal does it build on?", "lead"),
]


@dataclass
class Walk:
    words: list  # what is typed
    steps: list  # question and answer
    said: list  # what could have been typed instead
    unasked: int = 2  # the exit code where nobody can be asked


WALKS = [
    Walk(["add"], ADD_WALK,
         ["add", "Grace", "Hopper", "--role", "mentor", "--met", "RubyConf hallway", "--learn", "saying no", "--email",
          "grace@example.org", "--birthday", "9 dec", "--started", "yesterday", "--ends", "eoy",
          "--every", "4w", "--initiates", "me", "--where", "the café", "--length", "45m",
          "--confidential", "yes", "--honest", "yes", "--expectations", "Honesty",
          "--boundaries", "Salaries"]),
    Walk(["advice", "carol", "--worked"], [("Which piece of advice?", "early"), ("What came of it?", "They said yes")],
         ["advice", "carol", "ask early", "--worked", "They said yes"]),
    Walk(["agree", "alan"], AGREE_WALK,
         ["agree", "alan", "--every", "4w", "--grace", "1w", "--where", "the café", "--length", "45m",
          "--prefers", "email", "--hours", "09:00-17:00", "--initiates", "me", "--confidential", "yes",
          "--honest", "yes", "--expectations", "Honesty", "--boundaries", "Salaries",
          "--ends", "31 dec", "--review", "3mo"]),
    Walk(["amend", "--remove"],
         [("Who is it about?", "alan"), ("Which", "Send"), ("Take out the promise Send the draft? (yes/no) [yes]", "")],
         ["amend", "alan", "c7k2", "--remove"]),
    Walk(["ask", "alan", "--answer", "org"], [("What did Alan say?", "Calm and slow")],
         ["ask", "alan", "--answer", "org=Calm and slow"], unasked=0),
    Walk(["check", "--fix"], [("Mend it so? (yes/no) [no]", "yes")], ["check", "--fix", "--yes"], unasked=2),
    Walk(["done"], [WHO, ("Which promise?", "1"), ("How did it go?", "She liked it")],
         ["done", "alan", "c7k2", "She liked it"]),
    Walk(["draft", "ada"], [("What do you want to write?", "intro"), ("Who is to meet Ada Lovelace?", "zoe")],
         ["draft", "ada", "--kind", "intro", "--to", "zoe"]),
    Walk(["drop"], [WHO, ("Which promise?", "draft"), ("Why?", "It was written anew")],
         ["drop", "alan", "c7k2", "It was written anew"]),
    Walk(["edit"], [WHO], ["edit", "alan"]),
    Walk(["end", "alan"], END_WALK,
         ["end", "alan", "--goal-done", "g3kq=Shipped in May", "--drop", "c7k2=It was written anew",
          "--outcome", "I lead a team", "--thanks", "Two chapters less", "--keep", "6mo", "--referral", "Lin Wu"], unasked=0),
    Walk(["goal", "add", "barbara"], NEW_GOAL_WALK,
         ["goal", "add", "barbara", "Give a talk", "--measure", "Ten people came",
          "--options", "Stage fright", "--why", "To be heard", "--due", "1 jun"]),
    Walk(["goal", "done", "barbara", "lead"],
         [("What came of it?", "Two people joined"),
          ("What does it make possible next?", "Lead two teams by 1 jun"),
          ("Who else should hear of it?", "alan")],
         ["goal", "done", "barbara", "lead", "Two people joined", "--next", "Lead two teams by 1 jun",
          "--tell", "alan"],
         unasked=0),
    Walk(["goal", "drop", "barbara", "lead"], [("Why?", "No budget")],
         ["goal", "drop", "barbara", "lead", "No budget"], unasked=0),
    Walk(["goal", "drop", "barbara", "team"], [("Which goal?", "1"), ("Why?", "No budget")],
         ["goal", "drop", "barbara", "g5rt", "No budget"], unasked=4),
    Walk(["goal", "edit", "barbara", "speak"], EDIT_GOAL_WALK,
         ["goal", "edit", "barbara", "speak", "--measure", "Ten people came", "--options", "Stage fright",
          "--why", "To be heard", "--due", "1 jun", "--reality", "An abstract", "--way", "",
          "--follows", "lead"]),
    Walk(["goal", "grow", "barbara", "lead"], GROW_WALK, ["goal", "grow", "barbara", "lead", *GROWN]),
    Walk(["goal", "step", "barbara", "lead"],
         [("What is the first step?", "A plan by fri"), ("And the next one?", "")],
         ["goal", "step", "barbara", "lead", "A plan by fri"]),
    Walk(["history"], [WHO], ["history", "alan"]),
    Walk(["log"], LOG_WALK,
         ["log", "ada", "Talked about the packet", "--on", "yesterday", "--kind", "coffee",
          "--minutes", "45m", "--by", "them", "--rating", "4", "--todo", "Send the draft by fri", "--they", "Intro to Grace by 2w",
          "--ask", "How was the re-org?", "--advice", "Lead with impact", "--win", "Spoke at the meetup",
          "--next", "thu 15:30"]),
    Walk(["log", "alan", "--on", "today", "--kind", "walk"], PARKED_WALK,
         ["log", "alan", "A long walk\n[x] c7k2", "--on", "today", "--kind", "walk", "--goal", "project",
          "--answer", "org=Calm and slow"],
         unasked=0),
    Walk(["log", "barbara", "--grow", "lead", "--on", "today", "--kind", "call"], TALK_WALK,
         ["log", "barbara", "The team", "--grow", "lead", "--on", "today", "--kind", "call", *GROWN]),
    Walk(["occasion"], [WHO], ["occasion", "alan"]),
    Walk(["pause"], [WHO], ["pause", "alan"]),
    Walk(["plan"], [WHO, ("When do you meet next?", "thu 15:30")], ["plan", "alan", "thu 15:30"]),
    Walk(["prep"], [WHO], ["prep", "alan"]),
    Walk(["pulse", "ada"], PULSE_WALK,
         ["pulse", "ada", "--respect", "4", "--exchange", "3 it goes one way", "--expectations", "4",
          "--values", "5", "--connection", "5", "--listening", "2", "--note", "A good year"]),
    Walk(["remove"], [WHO, ("(yes/no) [no]", "yes")], ["remove", "alan", "--yes"]),
    Walk(["rename"], [WHO, ("What is the new name?", "Alan M. Turing")], ["rename", "alan", "Alan M. Turing"]),
    Walk(["resume"], [("Who is it about?", "carol")], ["resume", "carol"]),
    Walk(["search"], [("What do you look for?", "draft")], ["search", "draft"]),
    Walk(["set"], [WHO, ("Which key?", "met"), ("What is met to be?", "At a fair")], ["set", "alan", "met=At a fair"]),
    Walk(["show"], [WHO], ["show", "alan"]),
    Walk(["snooze", "a"], [("Which 'a'?", "2"), ("No reminder before which day?", "2w")],
         ["snooze", "alan-turing", "2w"]),
    Walk(["todo", "add"], [WHO, ("What is promised?", "Read the paper by fri")],
         ["todo", "add", "alan", "Read the paper by fri"]),
    Walk(["todo", "move"], [WHO, ("Which promise?", "1"), ("By which day?", "2w")],
         ["todo", "move", "alan", "c7k2", "2w"]),
    Walk(["told"], [("Who is it about?", "carol"), ("Which promise?", "memo")], ["told", "carol", "k3pt"]),
    Walk(["undo", "ask"], [("Take back these 2? (yes/no) [no]", "yes")],
         ["undo", "ask", "--yes"]),
    Walk(["undo", "--forget"], [("in every journal? (yes/no) [no]", "yes")], ["undo", "--forget", "--yes"]),
]

# What can't be an answer to these questions; "" where one is needed.
WRONG = {
    "Who is it about?": "Bob",
    "What is the new name?": "?!…",
    "Which key?": "colour",
    "Which promise?": "7",
    "Which piece of advice?": "2",
    "No reminder before which day?": "yesterday",
    "When do you meet next?": "1m",
    "What is promised?": "Send it by blursday",
    "By which day?": "blursday",
    "Who is it?": "?!…",
    "Where does mail reach them?": "none",
    "What are they to you: mentor, mentee, peer or prospect? [mentor]": "boss",
    "Talk about what the two of you agreed: now or later? [later]": "perhaps",
    "When is their birthday?": "blursday",
    "When did it begin?": "03/04/2026",
    "When is it to end?": "31 feb",
    "How often do you meet?": "1m",
    "How much later is still fine?": "a bit",
    "For how long?": "long",
    "Who reaches out: me or them?": "you",
    "Does what is said stay between you?": "perhaps",
    "When do you look at it again?": "soon",
    "Who was it with?": "Bob",
    "When were you in touch with Ada Lovelace? [today]": "tomorrow",
    "How? [meeting]": "cofee",
    "Anything promised?": "Send it by blursday",
    "When do you meet next? [Sat 19 Dec 2026]": "1m",
    "Which of these are done?": "7",
    "Which of these goals did you talk about?": "fly",
    "What exactly is the goal?": "",
    "What exactly is the goal? [Speak to a team]": "-",
    "By when?": "blursday",
    "What is the way forward?": "Ask by blursday",
    "Which goal does it build on?": "fly",
    "Write a plan: me or them?": "you",
    "What is the first step?": "A plan by blursday",
    "What does it make possible next?": "A talk by blursday",
    "Is it reached, given up, or still open? [open]": "maybe",
    "How often will you be in touch with Alan? [3mo]": "often",
    "What do you want to write?": "poem",
    "Who is to meet Ada Lovelace?": "ada",
    "Respect:": "6",
    "Which goal?": "3",
    "Which 'a'?": "x",
}
