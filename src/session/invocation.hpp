// SPDX-License-Identifier: MIT
//
// The glue that every command file ends with: its Options, its declare and its run. What `run`
// receives says what the command can do: a View reads, a Session writes.
#pragma once

#include "session/command.hpp"
#include "session/session.hpp"
#include "session/view.hpp"

#include <memory>

namespace mentor {

// Whether the options --json, --format and so on let the reader of a report choose its face. What
// is for others has one, and shows nothing private that isn't asked for.
enum class Faces { any, page, for_others, any_or_mail };

template<class Options, void (*Declare)(Declaration&, Options&), Exit (*Run)(View&, const Options&),
         Faces faces = Faces::any>
std::unique_ptr<Invocation> invocation_of() {
    class ReadingBound : public Invocation {
        Effect effect() const override { return Effect::reads; }
        void declare(Declaration& declaration) override {
            Declare(declaration, options_);
            if (faces == Faces::any) declare_output(declaration, output_);
            if (faces == Faces::any_or_mail)
                declare_output(declaration, output_,
                               {.own_format = mail_format, .formats = offer_formats<mail_format>});
            if (faces == Faces::for_others) declare_export(declaration, output_);
        }
        Exit run(Setup& setup) override {
            View view(setup, output_);
            return Run(view, options_);
        }
        Options options_;
        Output output_;
    };
    return std::make_unique<ReadingBound>();
}

template<class Options, void (*Declare)(Declaration&, Options&),
         Exit (*Run)(Session&, const Options&)>
std::unique_ptr<Invocation> invocation_of() {
    class WritingBound : public Invocation {
        Effect effect() const override { return Effect::writes; }
        void declare(Declaration& declaration) override { Declare(declaration, options_); }
        Exit run(Setup& setup) override {
            Session session(setup);
            return Run(session, options_);
        }
        Options options_;
    };
    return std::make_unique<WritingBound>();
}

} // namespace mentor
