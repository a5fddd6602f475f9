// SPDX-License-Identifier: MIT
//
// The real machine beside other processes: the lock, programs, the standard streams, the clock.
#include "support/sandbox.hpp"
#include "system/real_host.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>

namespace mentor::real_host_process_test {

using mentor::in_process;
using mentor::RealHost;
using mentor::Sandbox;
using mentor::system_error;

namespace {

// Another process that holds the lock of `folder` for as long as this lives, at most.
class Holder {
public:
    explicit Holder(const mentor::Folder& folder, useconds_t for_microseconds = 600'000'000) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        process_ = mentor::start_process([&] {
            RealHost host;
            const auto lock = host.lock(folder);
            [[maybe_unused]] const auto told = write(ends[1], "x", 1);
            usleep(for_microseconds);
            return 0;
        });
        char held = 0;
        REQUIRE(read(ends[0], &held, 1) == 1);
        close(ends[0]);
        close(ends[1]);
    }
    ~Holder() { end(); }

    pid_t process() const { return process_; }
    void end() {
        if (process_ == 0) return;
        kill(process_, SIGKILL);
        mentor::end_of(process_);
        process_ = 0;
    }

private:
    pid_t process_ = 0;
};

int redirect(const char* file, int flags, int stream) {
    return dup2(open(file, flags | O_CREAT, 0600), stream);
}

} // namespace

TEST_CASE("what a program says is heard, however much it is given and says") {
    RealHost host;
    const std::string much(1 << 20, 'x');
    const auto echoed = host.hear({"cat"}, much, {});
    CHECK(echoed.succeeded());
    CHECK(echoed.output == much);
    const auto said = host.hear({"sh", "-c", "echo no >&2; umask; exit 3"}, "", {});
    CHECK(said.status == 3);
    CHECK(said.output == "0077\n");
    CHECK(said.error == "no\n");
    CHECK(host.hear({"true"}, much, {}).succeeded()); // it wants nothing of it
    CHECK(host.hear({"/nowhere/such"}, "", {}).start == Ended::Start::not_found);
}

TEST_CASE("what is heard has the environment with what is to be otherwise in it") {
    RealHost host;
    ::setenv("MENTOR_TEST_ONE", "kept", 1);
    ::setenv("MENTOR_TEST_TWO", "gone", 1);
    ::setenv("MENTOR_TEST_THREE", "old", 1);
    const auto said = host.hear({"sh", "-c",
                                 "echo $MENTOR_TEST_ONE ${MENTOR_TEST_TWO-none} "
                                 "$MENTOR_TEST_THREE \"$MENTOR_TEST_FOUR\""},
                                "",
                                {{"MENTOR_TEST_TWO", std::nullopt},
                                 {"MENTOR_TEST_THREE", "new"},
                                 {"MENTOR_TEST_FOUR", "a = b"}});
    CHECK(said.output == "kept none new a = b\n");
    for (const char* name : {"MENTOR_TEST_ONE", "MENTOR_TEST_TWO", "MENTOR_TEST_THREE"})
        ::unsetenv(name);
}

TEST_CASE("a lock is waited for until its holder lets go") {
    RealHost host;
    const Sandbox sandbox;
    const Holder holder(sandbox.folder(), 50'000);
    CHECK(host.lock(sandbox.folder()));
}

TEST_CASE("a holder that is killed holds nothing") {
    RealHost host;
    const Sandbox sandbox;
    Holder holder(sandbox.folder());
    holder.end();
    CHECK(host.lock(sandbox.folder()));
}

TEST_CASE("a lock that stays taken is an error that names its holder") {
    RealHost host;
    const Sandbox sandbox;
    const Holder holder(sandbox.folder());
    const std::string said = system_error([&] { host.lock(sandbox.folder()); });
    // Inside some containers the system doesn't tell who it is.
    const std::string named =
        "another mentor is writing (process " + std::to_string(holder.process()) +
        ")\n"
        "nothing was changed; wait until it is done and try again. An editor or a prompt may\n"
        "be waiting for you in another window";
    const std::string nameless =
        "another program holds the lock on " + sandbox.folder().string() +
        "\n"
        "nothing was changed; another mentor, a backup or a file syncer may have it, here or\n"
        "on another machine that shares the folder: wait until it is done and try again";
    CHECK((said == named || said == nameless));
}

TEST_CASE("a process of ours is told from others, and from one that has ended") {
    RealHost host;
    const Sandbox sandbox;
    Holder holder(sandbox.folder());
    CHECK(host.is_running(holder.process()));
    CHECK_FALSE(host.is_running(getpid()));
    // The first of all processes is the system's, where the system tells.
    if (std::filesystem::exists("/proc/1/comm")) CHECK_FALSE(host.is_running(1));
    const int ended = holder.process();
    holder.end();
    CHECK_FALSE(host.is_running(ended));
}

TEST_CASE("a folder that is replaced while we wait is locked in its new shape") {
    RealHost host;
    const Sandbox sandbox;
    for (const char* name : {"journal", "other"})
        host.make_folder(sandbox / name);
    const Holder holder(sandbox / "journal");
    const pid_t replacer = mentor::start_process([&] {
        usleep(100'000);
        return rename((sandbox / "other").c_str(), (sandbox / "journal").c_str());
    });
    const auto lock = host.lock(sandbox / "journal");
    CHECK(mentor::end_of(replacer) == 0);
    CHECK(in_process([&] {
              const int folder = open((sandbox / "journal").c_str(), O_RDONLY);
              return flock(folder, LOCK_EX | LOCK_NB) == -1 ? 0 : 1;
          }) == 0);
}

TEST_CASE("writers under the lock lose nothing of each other") {
    RealHost host;
    const Sandbox sandbox;
    host.write({{sandbox / "count", std::nullopt, ""}});
    std::vector<pid_t> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.push_back(mentor::start_process([&] {
            for (int i = 0; i < 10; ++i) {
                const auto lock = host.lock(sandbox.folder());
                const std::string text = *host.find_text(sandbox / "count");
                host.write({{sandbox / "count", text, text + "x"}});
            }
            return 0;
        }));
    for (const pid_t writer : writers)
        CHECK(mentor::end_of(writer) == 0);
    CHECK(host.find_text(sandbox / "count") == std::string(40, 'x'));
}

TEST_CASE("a program is run from its words, without a shell") {
    RealHost host;
    const Sandbox sandbox;
    const std::string file = (sandbox / "a name; with $HOME").string();
    CHECK(host.run({"touch", file}, std::nullopt).succeeded());
    CHECK(host.exists(file));
    CHECK(host.run({"sh", "-c", "exit 7"}, std::nullopt).status == 7);
    CHECK(host.run({"sh", "-c", "kill -TERM $$"}, std::nullopt).status == 128 + SIGTERM);
    CHECK(host.run({file}, std::nullopt).start == Ended::Start::not_runnable);
}

TEST_CASE("a program that is in PATH and can't be run is told from one that isn't there") {
    RealHost host;
    const Sandbox sandbox;
    const auto start_of = [&](const std::string& program) {
        const Ended ended = host.run({program}, std::nullopt);
        CHECK(host.hear({program}, "", {}).start == ended.start);
        return ended.start;
    };
    const std::string before = host.variable("PATH").value();
    REQUIRE(::setenv("PATH", (sandbox / "").c_str(), 1) == 0);
    for (const auto& [name, text] : {std::pair("without-rights", "#!/bin/sh\n"),
                                     std::pair("without-interpreter", "#!/nowhere/sh\n")}) {
        const std::string file = (sandbox / name).string();
        std::ofstream(file) << text;
        if (std::string_view(text).starts_with("#!/nowhere"))
            CHECK(::chmod(file.c_str(), 0700) == 0);
        CHECK(start_of(name) == Ended::Start::not_runnable);
        CHECK(start_of(file) == Ended::Start::not_runnable);
        CHECK(start_of(file + "-not-there") == Ended::Start::not_found);
    }
    CHECK(start_of("not-there") == Ended::Start::not_found);
    CHECK(std::filesystem::create_directory((sandbox / "folder").string()));
    CHECK(start_of("folder") == Ended::Start::not_found);
    CHECK(::setenv("PATH", before.c_str(), 1) == 0);
}

TEST_CASE("a program reads its input to the end, or leaves the rest") {
    RealHost host;
    const Sandbox sandbox;
    const std::string text(1'000'000, 'x');
    const std::string file = (sandbox / "copy").string();
    CHECK(host.run({"sh", "-c", "cat > \"$0\"", file}, text).succeeded());
    CHECK(host.find_text(file) == text);
    CHECK(host.run({"head", "-c", "0"}, text).succeeded());
    CHECK(host.run({"true"}, text).succeeded());
}

TEST_CASE("Ctrl-C is for the program that has the terminal, and is heard again after it") {
    RealHost host;
    const Sandbox sandbox;
    CHECK(in_process([&] {
              const int status =
                  host.run({"sh", "-c", "kill -INT $PPID; kill -INT $$"}, std::nullopt).status;
              host.write({{sandbox / "status", std::nullopt, std::to_string(status)}});
              raise(SIGINT);
              return 0;
          }) == 128 + SIGINT);
    CHECK(host.find_text(sandbox / "status") == std::to_string(128 + SIGINT));
}

TEST_CASE("output that can't be written is an error") {
    CHECK(in_process([] {
              redirect("/dev/full", O_WRONLY, STDOUT_FILENO);
              RealHost().write_output("text\n");
              return 0;
          }) == 5);
    CHECK(in_process([] {
              close(STDOUT_FILENO);
              RealHost().write_output("text\n");
              return 0;
          }) == 5);
}

TEST_CASE("a reader that has left ends the program silently") {
    for (const auto disposition : {SIG_DFL, SIG_IGN})
        CHECK(in_process([&] {
                  std::signal(SIGPIPE, disposition);
                  int ends[2];
                  if (pipe(ends) != 0) return 1;
                  close(ends[0]);
                  dup2(ends[1], STDOUT_FILENO);
                  RealHost().write_output("text\n");
                  return 0;
              }) == 128 + SIGPIPE);
}

TEST_CASE("a closed standard stream is never taken by a file") {
    const Sandbox sandbox;
    CHECK(in_process([&] {
              close(STDIN_FILENO);
              close(STDOUT_FILENO);
              close(STDERR_FILENO);
              RealHost host;
              const int opened = open((sandbox / "file").c_str(), O_WRONLY | O_CREAT, 0600);
              return opened > STDERR_FILENO ? 0 : 1;
          }) == 0);
}

TEST_CASE("standard input is read to its end") {
    RealHost host;
    const Sandbox sandbox;
    const std::string text(100'000, 'x');
    host.write({{sandbox / "input", std::nullopt, text}});
    CHECK(in_process([&] {
              redirect((sandbox / "input").c_str(), O_RDONLY, STDIN_FILENO);
              return host.read_input() == text && host.read_input().empty() ? 0 : 1;
          }) == 0);
}

TEST_CASE("without a terminal the window is what COLUMNS and LINES say, or 80 by 24") {
    CHECK(in_process([] {
              for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
                  redirect("/dev/null", O_RDWR, stream);
              const RealHost host;
              if (host.input_is_terminal() || host.output_is_terminal() || host.error_is_terminal())
                  return 1;
              setenv("COLUMNS", "132", 1);
              setenv("LINES", "50", 1);
              if (host.columns() != 132 || host.rows() != 50) return 2;
              setenv("COLUMNS", "wide", 1);
              unsetenv("LINES");
              return host.columns() == 80 && host.rows() == 24 ? 0 : 3;
          }) == 0);
}

TEST_CASE("an empty variable is an unset one") {
    const RealHost host;
    setenv("MENTOR_TEST_VARIABLE", "", 1);
    CHECK(host.variable("MENTOR_TEST_VARIABLE") == std::nullopt);
    setenv("MENTOR_TEST_VARIABLE", "value", 1);
    CHECK(host.variable("MENTOR_TEST_VARIABLE") == "value");
    unsetenv("MENTOR_TEST_VARIABLE");
    CHECK(host.variable("MENTOR_TEST_VARIABLE") == std::nullopt);
}

TEST_CASE("now is local time") {
    CHECK(in_process([] {
              const RealHost host;
              setenv("TZ", "UTC0", 1);
              const mentor::Moment before = host.now();
              setenv("TZ", "EAST-12", 1);
              const mentor::Moment east = host.now();
              setenv("TZ", "UTC0", 1);
              const mentor::Moment after = host.now();
              constexpr long ahead = 12 * 3600;
              return mentor::seconds_between(before, east) >= ahead &&
                             mentor::seconds_between(east, after) >= -ahead
                         ? 0
                         : 1;
          }) == 0);
}

TEST_CASE("random numbers differ") {
    const RealHost host;
    std::set<std::uint32_t> numbers;
    for (int i = 0; i < 100; ++i)
        numbers.insert(host.random());
    CHECK(numbers.size() > 95);
}

} // namespace mentor::real_host_process_test
