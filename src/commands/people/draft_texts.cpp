// SPDX-License-Identifier: MIT

#include "commands/people/draft_texts.hpp"

namespace mentor {

const std::vector<DraftText>& draft_texts() {
    static const std::vector<DraftText> texts{
        {"outreach", "a first word to somebody whom you would like to meet", "outreach",
         R"({mentor}Subject: A question, and half an hour of your time
{peer}Subject: Shall we compare notes?
{mentee}Subject: Half an hour, if it helps you

Hello {first_name},

My name is {me}.
{through?} suggested that I write to you.
How you may remember me: {met?}.
{mentor}I have followed [what of theirs you know], and it made me think about [what it set going].
{peer}I have followed [what of theirs you know], and we seem to work on the same things.
{mentee}I hear that you are working on [what you know of their plans], and some of that road I have gone myself.

{mentor}What I am working towards: {my_goal}.
{mentor}What I would most like to ask you: {question}
{peer}What I am working towards: {my_goal}.
{peer}I would be curious how you go about it: {question}

{mentor}Would you have half an hour for it, over a coffee or on a call?
{mentor}I will come to wherever suits you, and two lines in reply would help me as well.
{peer}Would you like to swap stories over a coffee or on a call?
{mentee}If you like, let us talk for half an hour, over a coffee or on a call.
{mentee}Bring whatever is on your mind; there is nothing to prepare.

{mentor}If this is a bad time, please don't give it another thought.

Kind regards,\
{me}
)"},
        {"follow-up", "the one reminder, when a first word had no answer", "outreach",
         R"(Subject: My note of {wrote}

Hello {first_name},

I wrote to you on {wrote}, and I know how full days can be, so here it is once more, in short.

{mentor}What I would most like to ask you: {question}
{mentor}Half an hour would help me a great deal, and so would two lines, or the name of somebody else whom I could ask.
{peer}I would still like to swap stories over a coffee or on a call, whenever it suits you.
{mentee}The offer stands: half an hour over a coffee or on a call, whenever it suits you.

If it doesn't fit, that is quite all right, and I won't write again.
I wish you well either way.

Kind regards,\
{me}
)"},
        {"thanks", "what helped, and what came of it", "thanks",
         R"(Subject: Thank you

Dear {first_name},

Thank you for {last_meeting}.

{mentor}One thing stayed with me: "{advice}."
{mentor}What came of it: {outcome}.
{mentor}I wanted you to be the first to know.
{peer}One thing stayed with me: "{advice}."
{peer}What came of it: {outcome}.
{peer}I hope I can be as much use to you one day.
{mentee}I learned something as well: [what you took from it].
{mentee}And thank you for [what they did]; I know what it took.

Warmly,\
{me}
)"},
        {"congrats", "something of theirs to celebrate", "congrats",
         R"(Subject: Congratulations!

Dear {first_name},

{mentee}In my notes it says: "{win}." I wanted to tell you how glad I am about it.
{mentee}It was your doing, and I saw how you got there: [what you saw them do].
{mentor}I have just heard about [their good news], and I am so glad for you.
{mentor}[What it means to you, in a sentence.]
{peer}I have just heard about [their good news], and I am so glad for you.
{peer}[What you know it took, in a sentence.]

I hope there is time to celebrate.

Warmly,\
{me}
)"},
        {"intro", "two people who should know each other", "intro",
         R"(Subject: {first_name}, meet {other_first_name}

Dear {first_name}, dear {other_first_name},

I have wanted the two of you to meet.

{first_name}, {other} is [who they are, and what they could give you].

{other_first_name}, {name} is [who they are, and why it made me think of you].

I leave the rest to you; half an hour over a coffee or on a call would be a good beginning.

Warmly,\
{me}
)"},
        {"reschedule", "another day for a meeting", "message",
         R"(Subject: Another day for our meeting?

Dear {first_name},

I am sorry: I can't make it on {meeting}.

Would [one day] or [another day] suit you instead?
I will fit in with you as far as I can.
What I most wanted to talk about can wait until then: {question?}

I look forward to it.

Warmly,\
{me}
)"},
        {"feedback", "one narrow question about how you are doing", "message",
         R"(Subject: One honest sentence from you

Dear {first_name},

{mentor}May I ask you for an honest word?
{mentor}I am working on this: {goal}.
{mentor}You have seen [what they saw of it]: what should I have left out, or done differently?
{peer}May I ask you for an honest word?
{peer}I am working on this: {goal}.
{peer}You have seen [what they saw of it]: what should I have left out, or done differently?
{mentee}May I ask you for an honest word about our meetings?
{mentee}What of {last_meeting} was of use to you, and what should I do less of?

One sentence is plenty, and plain words help me the most.

Thank you,\
{me}
)"},
        {"closing", "a good ending: what came of it, thanks, and what comes after", "message",
         R"(Subject: Looking back, with thanks

Dear {first_name},

We have been meeting since {began}, and I would like to bring it to a good end rather than let it fade.

{mentor}One thing that I would not have reached without you: {reached}.
{mentor}And one sentence of yours that I will keep: "{advice}."
{peer}One thing that I would not have reached without you: {reached}.
{peer}And one sentence of yours that I will keep: "{advice}."
{mentee}What I saw you reach: {reached}.
{mentee}I learned from it, too: [what you take with you].

{mentor}Would you meet once more, to look back at it together?
{mentor}After that I would love to tell you now and then how it goes on, and if there is ever something that I can do for you, I will.
{peer}Shall we meet once more, to look back at it together?
{peer}After that, let us just stay in touch.
{mentee}Let us meet once more, to look back at it together, and to talk about who could help you with what is next.
{mentee}You will know where to find me.

Thank you for all of it.

Warmly,\
{me}
)"},
    };
    return texts;
}

} // namespace mentor
