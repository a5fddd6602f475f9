// SPDX-License-Identifier: MIT
//
// Running another program on this terminal: an editor, a pager, git. Never through a shell.
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;

constexpr int not_found = 127;
constexpr int not_executable = 126;

// What a program only reads we have no need of afterwards: what ends us, ends it too.
volatile std::sig_atomic_t reader = 0;

void end_with_reader(int signal) {
    if (reader > 0) ::kill(reader, signal);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

// Signals that we don't hear while the program has the terminal. A program that was started by us
// hears them as we did before.
class Deaf {
public:
    // Where it only reads, the end of the terminal or of the session is the end of us both.
    explicit Deaf(bool only_reads) {
        sigemptyset(&heard_);
        for (std::size_t i = 0; i < signals.size(); ++i) {
            struct sigaction answer {};
            const bool ends = signals[i] == SIGHUP || signals[i] == SIGTERM;
            sigaction(signals[i], nullptr, &before_[i]);
            const bool heard = before_[i].sa_handler != SIG_IGN;
            answer.sa_handler = heard && ends && only_reads ? end_with_reader : SIG_IGN;
            sigaction(signals[i], &answer, nullptr);
            if (heard) sigaddset(&heard_, signals[i]);
        }
    }
    ~Deaf() {
        reader = 0;
        for (std::size_t i = 0; i < signals.size(); ++i)
            sigaction(signals[i], &before_[i], nullptr);
    }
    Deaf(const Deaf&) = delete;
    Deaf& operator=(const Deaf&) = delete;

    const sigset_t* heard() const { return &heard_; }

private:
    // Ctrl-C and Ctrl-\ are for the program, and so is the end of the terminal or of the session:
    // once an editor is gone we still have to keep what a person wrote in it. SIGPIPE tells of a
    // pager that was left before its end.
    static constexpr std::array signals{SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE};
    std::array<struct sigaction, signals.size()> before_;
    sigset_t heard_;
};

struct Pipe {
    Descriptor reading;
    Descriptor writing;
};

Pipe make_pipe() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        throw Error(Exit::system, "can't make a pipe: " + posix::reason(errno));
    return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// 0, or why it can't be started. `reading` becomes its standard input where it is open.
int spawn(const std::vector<std::string>& words, const Deaf& deaf, const Descriptor& reading,
          pid_t& process) {
    const posix::Undisturbed undisturbed;
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);

    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, deaf.heard());
    posix_spawnattr_setsigmask(&attributes, undisturbed.before());
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (reading.is_open())
        posix_spawn_file_actions_adddup2(&actions, reading.number(), STDIN_FILENO);

    const int code = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                    arguments.data(), environ);
    if (code == 0 && reading.is_open()) reader = process;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return code;
}

int wait_for(pid_t process) {
    int status = 0;
    if (posix::retried([&] { return ::waitpid(process, &status, 0); }) == -1)
        throw Error(Exit::system, "can't wait for the program: " + posix::reason(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

int RealHost::run(const std::vector<std::string>& words, std::optional<std::string_view> input) {
    if (words.empty() || words.front().empty()) return not_found;
    Pipe pipe = input ? make_pipe() : Pipe{};
    const Deaf deaf(input.has_value());
    pid_t process = 0;
    const int code = spawn(words, deaf, pipe.reading, process);
    if (code == ENOENT || code == ENOTDIR) return not_found;
    // A folder of PATH that we may not look into hides no program from us.
    if (code == EACCES && words.front().find('/') == std::string::npos) return not_found;
    if (code == EACCES || code == ENOEXEC || code == EISDIR) return not_executable;
    if (code != 0) throw posix::failure("run", words.front(), code);

    // A program that doesn't want all of it closes its end; that is its right.
    pipe.reading.close();
    if (input) posix::write_all(pipe.writing.number(), *input);
    pipe.writing.close();
    return wait_for(process);
}

} // namespace mentor
