// SPDX-License-Identifier: MIT

#include "commands/looking/guide_topics.hpp"

namespace mentor {

const std::vector<GuideTopic>& guide_topics() {
    static const std::vector<GuideTopic> topics{
        {"find",
         "Whom to ask",
         {"Begin with yourself: what you would like to be able to do, and what you won't give up "
          "for it. Advice can only be weighed against something.",
          "One person rarely has it all. Somebody ahead of you in the work, somebody whose life "
          "you would like to learn from, and a peer who tells you the truth make a good set.",
          "Write a list and do your homework on each name: what they made, wrote or changed. Then "
          "ask around. A friend who says \"talk to her, I'll tell her about you\" spares you the "
          "coldest part of the way."},
         {},
         {{"mentor init", "a journal"},
          {"mentor config me.goal 'Run a team of ten'", "your aim"},
          {"mentor config me.values 'family first, honesty'", "what counts"},
          {"mentor add 'Ada Lovelace' --role mentor --stage prospect", "a name"},
          {"mentor set ada 'about=Wrote the notes'", "your homework"},
          {"mentor prospects", "the whole list"}}},
        {"contact",
         "First contact",
         {"Ask for something small. Say in two lines who you are and what of theirs made you "
          "write, then suggest half an hour over coffee or on a call, with a question that only "
          "they can answer. \"Will you be my mentor?\" asks a stranger for a year; a good talk "
          "asks for the next one all by itself.",
          "Busy people are slow. After a quiet week write once more, kindly, and then let it "
          "rest: silence tells you about their calendar, not about you. And whoever says no may "
          "know somebody who fits better. Ask, and thank them."},
         {},
         {{"mentor draft ada --kind outreach", "words to begin from"},
          {"mentor log ada --kind outreach 'Asked for a coffee'", "you wrote"},
          {"mentor draft ada --kind follow-up", "a week later"},
          {"mentor set ada stage=declined", "it was a no"},
          {"mentor agree ada --every 4w", "it was a yes"}}},
        {"agreement",
         "The agreement",
         {"Talk about how you will work together before anything depends on it. Ten minutes of an "
          "early meeting are enough: what each of you hopes for, how often you meet, where, at "
          "what hour, for how long, and which channel disturbs least.",
          "Say aloud what stays between you, and that both may be frank. Name what is off limits: "
          "evenings, subjects, favours. Settle who reaches out; it is best when the mentee does, "
          "whose road it is. And give it an end, or a day to look again.",
          "You can change what you wrote down. What you only assumed, you find out about too "
          "late."},
         {},
         {{"mentor agree ada", "question by question"},
          {"mentor agree ada --every 4w --initiates me", "the rhythm"},
          {"mentor agree ada --confidential yes --honest yes", "the frame"},
          {"mentor agree ada --boundaries 'No evenings'", "the limits"},
          {"mentor agree ada --ends 6mo --review 3mo", "an end, and another look"}}},
        {"smart",
         "Goals that are SMART",
         {"A wish becomes a goal when you could tell a friend how you will know, and on which day. "
          "Five questions get you there. Write down what stands in the way as well: it is half of "
          "the plan, and the half that a mentor can help with.",
          "Two or three goals are plenty. A large one is best cut into some that build on each "
          "other, each of them worth having for itself. If you are the mentor, let them choose: "
          "nobody works for long on somebody else's goal."},
         {{"Specific", "one thing, in words that a stranger would understand"},
          {"Measurable", "something to see or to count at the end"},
          {"Achievable", "hard, but not out of reach from where you stand"},
          {"Relevant", "it serves what you want from the years ahead"},
          {"Time-bound", "there is a day"}},
         {{"mentor goal add ada 'Lead a project' --due 6mo", "what, and by when"},
          {"mentor goal add ada 'Hire two' --measure 'Both stay'", "how you will know"},
          {"mentor goal add ada 'Grow a team' --follows hire", "builds on that"},
          {"mentor goal step ada hire 'Post the ad by 3w'", "a step towards it"},
          {"mentor goal list ada", "how they stand"}}},
        {"grow",
         "A talk that moves: GROW",
         {"When something is stuck, take four steps in this order, in a meeting or alone with a "
          "sheet of paper. Don't hurry the second: most bad plans are good plans for another "
          "situation.",
          "If you are the mentor, ask, wait, and ask \"what else?\" once more than feels natural. "
          "Your own idea comes last, if it is still needed. Plans get carried out by those who "
          "found them."},
         {{"Goal", "what do you want from this talk, or from this year?"},
          {"Reality", "what is so, what have you tried, what does it cost you?"},
          {"Options", "what could you do, what else, and what is in the way?"},
          {"Way forward", "what will you do, by when, and who will hear of it?"}},
         {{"mentor goal add ada 'Speak up' --why 'To be heard'", "the goal"},
          {"mentor goal grow ada speak --reality 'I freeze'", "what was said"},
          {"mentor log ada --grow speak --way 'Two lines on Monday'", "in a meeting"}}},
        {"before",
         "Before a meeting",
         {"Take ten minutes the day before. Read what was said last time and what each of you "
          "promised, and be ready to tell how it went, most of all where it didn't.",
          "Bring two questions that nobody else could answer, and send them ahead. \"How do I get "
          "better?\" earns you a speech. \"Which of these three would you cut?\" earns you advice "
          "that you can use on Monday.",
          "Remember the person, too: the exam, the move, the name of the child, and the limits "
          "that you agreed on. Mentors do well to read the same page. To be remembered is half of "
          "being helped."},
         {},
         {{"mentor history ada", "what was said"},
          {"mentor todo ada", "what either of you promised"},
          {"mentor ask ada 'Which one would you cut?'", "a question for them"},
          {"mentor show ada", "the person, and the limits"}}},
        {"after",
         "After a meeting",
         {"Write while you still hear it: a line or two on what was said, the advice in their own "
          "words, and who does what by when.",
          "Keep promises small: something you can finish and show before you meet again, with a "
          "day to it, and a step towards something larger. Then come back with what happened. "
          "Advice that vanishes without a word is the last you are given; \"I tried it, it failed, "
          "here is how\" is where the good talks begin.",
          "Say thank you the same day, and name the one thing that you will use."},
         {},
         {{"mentor log ada 'Too many chapters' --advice 'Cut two'", "the meeting"},
          {"mentor log ada --todo 'Send the draft by fri' 'Agreed'", "with a promise"},
          {"mentor done ada draft 'Shorter, and better'", "you kept it"},
          {"mentor told ada draft", "and told them so"}}},
        {"between",
         "Between meetings",
         {"A mentorship cools in silence, and nobody notices on which day. Hold the rhythm that "
          "you agreed on; once a quarter is the least that keeps it alive. Before you part, fix "
          "the next date.",
          "Give as well as take. Nobody is too junior to send an article that fits, make an "
          "introduction, lend a hand with what they do well, or be the first to congratulate. And "
          "when advice has turned into something good, tell them which advice, and what became of "
          "it: of all thanks it is the one they keep.",
          "Warm isn't crowded: keep to their hours, and once a week is plenty."},
         {},
         {{"mentor due", "whose turn it is"},
          {"mentor plan ada thu 15:30", "the next meeting"},
          {"mentor log ada --kind share 'The essay on looms'", "something for them"},
          {"mentor log ada --kind thanks 'Cutting two worked'", "what became of it"}}},
        {"feedback",
         "Feedback",
         {"Ask for it early, and narrowly. \"What should I have left out?\" after the talk brings "
          "more than \"how am I doing?\" in December. Hear it to the end, say thank you, and sleep "
          "on it before you explain.",
          "Give it in private, near the day, about what was done and what it led to, with one "
          "thing to try next time. Praise just as exactly.",
          "It goes both ways. Say when advice didn't fit, and when you see it differently: nobody "
          "can help with a life that only shows its best side. Ask yourself now and then about the "
          "seven things that carry a pair: respect, give and take, clear expectations, shared "
          "values, liking each other, goodwill, and listening. Which one runs thin?"},
         {},
         {{"mentor ask ada 'What should I have left out?'", "for next time"},
          {"mentor log ada --rating 3 --private 'We talked past it'", "honestly, to you"}}},
        {"review",
         "Looking back",
         {"Progress hides from those who make it. Once a quarter, before you set anything new, "
          "look at what moved, what was kept and what took longer.",
          "Celebrate, and not only the large things: the first talk, the hard letter, the Friday "
          "that stayed free. Tell each other. A win that two people know of lasts longer.",
          "About the rest, ask what was in the way rather than whose fault it was. Then make it "
          "smaller, give it another day, or let it go. All three are honest."},
         {},
         {{"mentor log ada 'A year of it' --win 'Spoke at the meetup'", "a win"},
          {"mentor review --quarter", "what moved"},
          {"mentor goal list ada", "what is left"},
          {"mentor goal drop ada hire 'The team is right as it is'", "let one go"}}},
        {"stages",
         "The four stages",
         {"Mentorships have seasons, and those who study them mostly tell four apart. Knowing "
          "yours tells you what to work on, and that a change needn't be a failure.",
          "Nobody has to go through them at the same speed, and a pause is a rest, not an end. In "
          "the journal they are told by the stage: first prospect, then active (or paused), then "
          "winding-down, then alumni."},
         {{"Initiation", "you get to know each other, and say what you hope for"},
          {"Cultivation", "the long middle: trust, work, and most of the learning"},
          {"Separation", "you need it less, or life takes one of you elsewhere"},
          {"Redefinition", "you find out what comes after: peers, friends, allies"}},
         {{"mentor list --stage active", "who is where"},
          {"mentor agree ada", "from prospect to active"},
          {"mentor set ada stage=winding-down", "say that it is changing"}}},
        {"trouble",
         "When it doesn't go well",
         {"The usual signs: meetings that move and move again, answers that come late and short, "
          "promises open on one side only, one of you doing all of the asking or all of the "
          "talking, or a stake in your decision that the other doesn't mention.",
          "Say so early, and as your own view: \"we moved the last three, is it too often for "
          "you?\" Mostly life got in the way, and a slower rhythm or a pause mends it. Look at the "
          "agreement together; it was made to be changed.",
          "Don't mend what harms you. Where trust was broken or a line was crossed you may stop at "
          "once, owe nobody a debate, and should talk to someone you trust."},
         {},
         {{"mentor todo ada", "what is open, on which side"},
          {"mentor agree ada --every 8w", "a slower rhythm"},
          {"mentor snooze ada 3w", "leave them in peace for a while"},
          {"mentor pause ada --until 3mo 'A new job'", "let it rest"},
          {"mentor resume ada", "and go on"}}},
        {"ending",
         "A good ending",
         {"Every mentorship ends. Most only fade, because nobody likes to say it. Agree on a last "
          "meeting, and make it a good one.",
          "Hold the goals against what came of them. Say what you take with you, as exactly as you "
          "can, and ask what they take: they learned, too. Say what you would do differently, and "
          "thank each other. Then settle what comes after: a coffee twice a year, work side by "
          "side, or a friendly nothing.",
          "If you are the mentor, tell them whom you saw them become, and who could help them with "
          "what is next."},
         {},
         {{"mentor goal done ada lead 'Shipped in May'", "what came of it"},
          {"mentor end ada --outcome 'I lead a team' --keep 6mo", "the last meeting"}}},
        {"touch",
         "Staying in touch",
         {"Once nothing is left to want from each other, a message is worth more. A few lines "
          "twice a year will do: what you are on to, what of theirs still helps, and a question "
          "about them.",
          "The occasions come by themselves: a birthday, a holiday that they keep, a new post, a "
          "book they would like, a visit to their town. Congratulate at once. And when you can do "
          "something for them, do it before they ask.",
          "Mentors may write first, too. It tells somebody that they weren't a task."},
         {},
         {{"mentor edit ada", "days to remember"},
          {"mentor due --kind occasion --within 2mo", "the days to come"},
          {"mentor log ada --kind congrats 'Her book is out'", "be the first"},
          {"mentor list --stage alumni --sort last", "who has been quiet"}}},
        {"mentoring",
         "Being a mentor",
         {"You needn't have arrived. Two steps ahead is a good distance: you still remember the "
          "way. And no thanks to your own mentor is better than to pass it on.",
          "Let them drive. Ask before you answer, and tell what you did and what it cost you "
          "rather than what one should do. Keep to yourself what you hear, and keep what you "
          "promise: an introduction on the day you said is worth more than a clever remark.",
          "Open doors. Name them where they aren't in the room, hand on chances, and when somebody "
          "else could help them more by now, introduce the two and be glad."},
         {},
         {{"mentor add 'Grace Hopper' --role mentee --every 2w", "whom you help"},
          {"mentor log grace 'Her talk' --they 'One page by fri'", "what she promised"},
          {"mentor log grace --kind intro 'To Ada, about looms'", "a door opened"},
          {"mentor due --role mentee", "who waits for you"}}},
    };
    return topics;
}

} // namespace mentor
