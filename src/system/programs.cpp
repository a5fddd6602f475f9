// SPDX-License-Identifier: MIT
//
// Running another program on this terminal: an editor, a pager, git. Never through a shell.
#include "core/text.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mentor {

namespace {

using posix::Descriptor;

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

// What takes the place of the standard streams, where it is open.
struct Streams {
    const Descriptor& input;
    const Descriptor& output;
    const Descriptor& error;
};

// "NAME=value", of this program's environment and of what is to be otherwise.
std::vector<std::string> environment_with(const Variables& variables) {
    std::vector<std::string> lines;
    for (char** line = environ; *line; ++line) {
        const std::string_view words = *line;
        if (!variables.contains(std::string(words.substr(0, words.find('=')))))
            lines.emplace_back(words);
    }
    for (const auto& [name, value] : variables)
        if (value) lines.push_back(fmt::format("{}={}", name, *value));
    return lines;
}

// As the system's calls want them; they point into `lines`.
std::vector<char*> pointers_to(const std::vector<std::string>& lines) {
    std::vector<char*> pointers;
    for (const std::string& line : lines)
        pointers.push_back(const_cast<char*>(line.c_str()));
    pointers.push_back(nullptr);
    return pointers;
}

// 0, or why it can't be started.
int spawn(const std::vector<std::string>& words, const Deaf& deaf, const Streams& streams,
          pid_t& process, const std::vector<std::string>& environment) {
    const posix::Undisturbed undisturbed;
    const std::vector<char*> arguments = pointers_to(words), variables = pointers_to(environment);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, deaf.heard());
    posix_spawnattr_setsigmask(&attributes, undisturbed.before());
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const auto put = [&](const Descriptor& ours, int number) {
        if (ours.is_open()) posix_spawn_file_actions_adddup2(&actions, ours.number(), number);
    };
    put(streams.input, STDIN_FILENO);
    put(streams.output, STDOUT_FILENO);
    put(streams.error, STDERR_FILENO);

    const int code = ::posix_spawnp(&process, words.front().c_str(), &actions, &attributes,
                                    arguments.data(), variables.data());
    if (code == 0 && streams.input.is_open()) reader = process;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return code;
}

// One stream of a program, and what it said there.
struct Listening {
    Descriptor* reading;
    std::string* text;
};

// Hands `input` over and takes what comes, whichever the program is ready for: one that waits for
// us to listen, while we wait for it to read, would wait for ever.
void exchange(Descriptor& writing, std::string_view input, std::array<Listening, 2> listened) {
    ::fcntl(writing.number(), F_SETFL, O_NONBLOCK);
    if (input.empty()) writing.close();
    while (writing.is_open() || listened[0].reading->is_open() || listened[1].reading->is_open()) {
        // What is closed has no number, and poll passes it over.
        std::array<pollfd, 3> waiting{{{listened[0].reading->number(), POLLIN, 0},
                                       {listened[1].reading->number(), POLLIN, 0},
                                       {writing.number(), POLLOUT, 0}}};
        if (posix::retried([&] { return ::poll(waiting.data(), waiting.size(), -1); }) == -1)
            throw Error(Exit::system, "can't hear the program: " + posix::reason(errno));
        for (std::size_t i = 0; i < listened.size(); ++i) {
            if (waiting[i].revents == 0) continue;
            std::array<char, 65536> block;
            const auto count = posix::retried(
                [&] { return ::read(listened[i].reading->number(), block.data(), block.size()); });
            // Half of what it says may mean something else.
            if (count == -1)
                throw Error(Exit::system, "can't hear the program: " + posix::reason(errno));
            if (count > 0)
                listened[i].text->append(block.data(), static_cast<std::size_t>(count));
            else
                listened[i].reading->close();
        }
        if (!writing.is_open() || waiting[2].revents == 0) continue;
        const auto count =
            posix::retried([&] { return ::write(writing.number(), input.data(), input.size()); });
        if (count > 0) input.remove_prefix(static_cast<std::size_t>(count));
        if (count == -1 && errno != EAGAIN && errno != EPIPE)
            throw Error(Exit::system, "can't talk to the program: " + posix::reason(errno));
        // What it doesn't want it needn't have.
        if (input.empty() || (count == -1 && errno == EPIPE)) writing.close();
    }
}

// Whether there is a file of that name, in a folder of PATH where it names none itself. Of a folder
// that we may not look into, one that is named is taken at its word, and one of PATH passed over.
bool lies_there(const std::string& program) {
    if (program.find('/') != std::string::npos)
        return ::access(program.c_str(), F_OK) == 0 || errno == EACCES;
    const char* path = std::getenv("PATH");
    return path && std::ranges::any_of(split(path, ':'), [&](const std::string& folder) {
               std::error_code fault;
               return std::filesystem::is_regular_file(std::filesystem::path(folder) / program,
                                                       fault);
           });
}

// What the system's answer to a start means. Of a program that it won't run for a lack of rights,
// or of what is to interpret it, it says no more than of none.
Ended::Start start_of(int code, const std::string& program) {
    constexpr std::array losses{ENOENT, ENOTDIR, ELOOP, ENAMETOOLONG, EACCES};
    constexpr std::array refusals{EPERM, ENOEXEC, EISDIR, EINVAL, ETXTBSY, ELIBBAD, ENOTSUP};
    if (std::ranges::find(losses, code) != losses.end())
        return lies_there(program) ? Ended::Start::not_runnable : Ended::Start::not_found;
    if (std::ranges::find(refusals, code) != refusals.end()) return Ended::Start::not_runnable;
    if (code != 0) throw posix::failure("run", program, code);
    return Ended::Start::done;
}

int wait_for(pid_t process) {
    int status = 0;
    if (posix::retried([&] { return ::waitpid(process, &status, 0); }) == -1)
        throw Error(Exit::system, "can't wait for the program: " + posix::reason(errno));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

Ended RealHost::run(const std::vector<std::string>& words, std::optional<std::string_view> input) {
    if (words.empty() || words.front().empty()) return {Ended::Start::not_found};
    Pipe pipe = input ? make_pipe() : Pipe{};
    const Deaf deaf(input.has_value());
    const Descriptor ours;
    pid_t process = 0;
    const int code = spawn(words, deaf, {pipe.reading, ours, ours}, process, environment_with({}));
    Ended ended{start_of(code, words.front())};
    if (!ended.was_started()) return ended;

    // A program that doesn't want all of it closes its end; that is its right.
    pipe.reading.close();
    if (input) posix::write_all(pipe.writing.number(), *input);
    pipe.writing.close();
    ended.status = wait_for(process);
    return ended;
}

Heard RealHost::hear(const std::vector<std::string>& words, std::string_view input,
                     const Variables& variables) {
    if (words.empty() || words.front().empty()) return {{Ended::Start::not_found}, "", ""};
    Pipe in = make_pipe(), out = make_pipe(), error = make_pipe();
    const Deaf deaf(true);
    pid_t process = 0;
    const mode_t before = ::umask(077);
    const int code = spawn(words, deaf, {in.reading, out.writing, error.writing}, process,
                           environment_with(variables));
    ::umask(before);
    Heard heard{{start_of(code, words.front())}, "", ""};
    if (!heard.was_started()) return heard;
    in.reading.close();
    out.writing.close();
    error.writing.close();
    exchange(in.writing, input, {{{&out.reading, &heard.output}, {&error.reading, &heard.error}}});
    heard.status = wait_for(process);
    return heard;
}

std::string RealHost::own_file() const {
    std::error_code fault;
    const auto file = std::filesystem::read_symlink("/proc/self/exe", fault);
    return fault || !std::filesystem::exists(file, fault) ? "mentor" : file.string();
}

} // namespace mentor
