// SPDX-License-Identifier: MIT
//
// Files on the real machine: modes, links, what isn't a file, and what is left after a failure.
#include "support/sandbox.hpp"
#include "system/posix.hpp"
#include "system/real_host.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace mentor::real_host_test {

using mentor::RealHost;
using mentor::Sandbox;
using mentor::system_error;
using std::filesystem::path;
using Names = std::vector<std::string>;

namespace {

int mode_of(const path& file) {
    struct stat status {};
    REQUIRE(lstat(file.c_str(), &status) == 0);
    return static_cast<int>(status.st_mode & 07777);
}

class Umask {
public:
    explicit Umask(mode_t mask) : before_(umask(mask)) {}
    ~Umask() { umask(before_); }

private:
    mode_t before_;
};

// Permissions don't bite for root: such a test says that it was left out.
bool is_root() {
    if (geteuid() != 0) return false;
    MESSAGE("left out: root may do everything");
    return true;
}

} // namespace

TEST_CASE("new files are 0600 and new folders 0700 whatever the umask") {
    RealHost host;
    for (const mode_t mask : {0000, 0022, 0077, 0777}) {
        CAPTURE(mask);
        const Sandbox sandbox;
        const Umask umask(mask);
        host.make_folder(sandbox / "a/b");
        host.write({{sandbox / "a/b/ada.toml", std::nullopt, "text"}});
        CHECK(mode_of(sandbox / "a") == 0700);
        CHECK(mode_of(sandbox / "a/b") == 0700);
        CHECK(mode_of(sandbox / "a/b/ada.toml") == 0600);
    }
}

TEST_CASE("a replaced file keeps its mode") {
    RealHost host;
    const Sandbox sandbox;
    host.write({{sandbox / "ada.toml", std::nullopt, "old"}});
    REQUIRE(chmod((sandbox / "ada.toml").c_str(), 0640) == 0);
    host.write({{sandbox / "ada.toml", "old", "new"}});
    CHECK(mode_of(sandbox / "ada.toml") == 0640);
    CHECK(host.find_text(sandbox / "ada.toml") == "new");
}

TEST_CASE("a replaced file keeps its owner and group") {
    if (geteuid() != 0) {
        MESSAGE("left out: only root can give a file away");
        return;
    }
    RealHost host;
    const Sandbox sandbox;
    host.write({{sandbox / "ada.toml", std::nullopt, "old"}});
    REQUIRE(chown((sandbox / "ada.toml").c_str(), 1234, 2345) == 0);
    host.write({{sandbox / "ada.toml", "old", "new"}});
    struct stat status {};
    REQUIRE(stat((sandbox / "ada.toml").c_str(), &status) == 0);
    CHECK(status.st_uid == 1234);
    CHECK(status.st_gid == 2345);
}

TEST_CASE("a symbolic link stays one, and its target changes") {
    RealHost host;
    const Sandbox sandbox;
    host.make_folder(sandbox / "elsewhere");
    host.write({{sandbox / "elsewhere/ada.toml", std::nullopt, "old"}});
    std::filesystem::create_symlink("elsewhere/ada.toml", sandbox / "middle");
    std::filesystem::create_symlink(sandbox / "middle", sandbox / "ada.toml");

    host.write({{sandbox / "ada.toml", "old", "new"}});
    CHECK(std::filesystem::is_symlink(sandbox / "ada.toml"));
    CHECK(std::filesystem::is_symlink(sandbox / "middle"));
    CHECK(host.find_text(sandbox / "ada.toml") == "new");
    CHECK(host.find_text(sandbox / "elsewhere/ada.toml") == "new");

    host.write({{sandbox / "ada.toml", "new", std::nullopt}});
    CHECK_FALSE(host.exists(sandbox / "ada.toml"));
    CHECK(host.find_text(sandbox / "elsewhere/ada.toml") == "new");
}

TEST_CASE("a link that leads nowhere is an error, not a missing file") {
    RealHost host;
    const Sandbox sandbox;
    std::filesystem::create_symlink("gone.toml", sandbox / "ada.toml");
    const std::string file = (sandbox / "ada.toml").string();
    CHECK(host.exists(file));
    CHECK(system_error([&] { host.find_text(file); }) ==
          "can't read " + file +
              ": it is a link to a file that isn't there\n"
              "put that file back, or remove the link");
    CHECK(system_error([&] {
              host.write({{file, std::nullopt, "text"}});
          }) == "can't write " + file +
                    ": it is a link to a file that isn't there\n"
                    "nothing was changed; put " +
                    (sandbox / "gone.toml").string() + " back, or remove the link");
    CHECK(host.list(sandbox.folder()) == Names{"ada.toml"});
}

TEST_CASE("links that go round in a circle are an error") {
    RealHost host;
    const Sandbox sandbox;
    std::filesystem::create_symlink("b", sandbox / "a");
    std::filesystem::create_symlink("a", sandbox / "b");
    const std::string file = (sandbox / "a").string();
    CHECK(system_error([&] { host.find_text(file); }) ==
          "can't read " + file +
              ": Too many levels of symbolic links\n"
              "its symbolic links go round in a circle; point one of them to the file");
    CHECK(system_error([&] {
              host.write({{file, std::nullopt, "text"}});
          }) == "can't write " + file +
                    ": Too many levels of symbolic links\n"
                    "nothing was changed; its symbolic links go round in a circle");
}

TEST_CASE("pipes, sockets and devices are errors at once") {
    RealHost host;
    const Sandbox sandbox;
    REQUIRE(mkfifo((sandbox / "pipe").c_str(), 0600) == 0);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, (sandbox / "socket").c_str(), sizeof address.sun_path - 1);
    REQUIRE(bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);

    const std::string folder = sandbox.folder().string();
    CHECK(system_error([&] { host.find_text(sandbox / "pipe"); }) ==
          "can't read " + folder + "/pipe: it is a pipe, not a file");
    CHECK(system_error([&] { host.find_text(sandbox / "socket"); }) ==
          "can't read " + folder + "/socket: it is a socket, not a file");
    CHECK(system_error([&] { host.find_text("/dev/null"); }) ==
          "can't read /dev/null: it is a device, not a file");
    CHECK(system_error([&] {
              host.write({{sandbox / "pipe", std::nullopt, "text"}});
          }) == "can't write " + folder + "/pipe: it is a pipe, not a file\nnothing was changed");
    CHECK(host.list(sandbox.folder()) == Names{"pipe", "socket"});
    close(socket);
}

TEST_CASE("reading a file leaves its access time alone") {
    RealHost host;
    const Sandbox sandbox;
    host.write({{sandbox / "ada.toml", std::nullopt, "text"}});
    const timespec long_ago[2] = {{1'000'000, 0}, {2'000'000, 0}};
    REQUIRE(utimensat(AT_FDCWD, (sandbox / "ada.toml").c_str(), long_ago, 0) == 0);
    host.find_text(sandbox / "ada.toml");
    struct stat status {};
    REQUIRE(stat((sandbox / "ada.toml").c_str(), &status) == 0);
    CHECK(status.st_atime == 1'000'000);
}

TEST_CASE("what may not be read or written says so and stays as it was") {
    if (is_root()) return;
    RealHost host;
    const Sandbox sandbox;
    host.make_folder(sandbox / "kept");
    host.write({{sandbox / "kept/ada.toml", std::nullopt, "old"},
                {sandbox / "secret.toml", std::nullopt, "old"}});
    REQUIRE(chmod((sandbox / "kept").c_str(), 0500) == 0);
    REQUIRE(chmod((sandbox / "secret.toml").c_str(), 0000) == 0);
    const std::string folder = sandbox.folder().string();
    CHECK(system_error([&] {
              host.write({{sandbox / "kept/ada.toml", "old", "new"}});
          }) == "can't write " + folder +
                    "/kept/ada.toml: Permission denied\n"
                    "nothing was changed; check the permissions of the file and of " +
                    folder + "/kept");
    CHECK(system_error([&] { host.find_text(sandbox / "secret.toml"); }) ==
          "can't read " + folder +
              "/secret.toml: Permission denied\n"
              "check its permissions, and those of the folder that holds it");
    CHECK(system_error([&] {
              host.write({{sandbox / "secret.toml", "old", "new"}});
          }) == "can't write " + folder +
                    "/secret.toml: Permission denied\n"
                    "nothing was changed; check the permissions of the file and of " +
                    folder);
    CHECK(system_error([&] { host.make_folder(sandbox / "kept/a/b"); }) ==
          "can't make " + folder +
              "/kept/a: Permission denied\n"
              "choose another folder, or see who may write in " +
              folder + "/kept");
    CHECK(host.find_text(sandbox / "kept/ada.toml") == "old");
    CHECK(host.lock(sandbox / "kept"));
    REQUIRE(chmod((sandbox / "kept").c_str(), 0700) == 0);
}

TEST_CASE("a write that fails half-way keeps the old bytes and leaves nothing behind") {
    RealHost host;
    const Sandbox sandbox;
    host.write({{sandbox / "ada.toml", std::nullopt, "old ada"},
                {sandbox / "bob.toml", std::nullopt, "old bob"}});
    // A limit on the size of files stands for the full disk.
    CHECK(mentor::in_process([&] {
              std::signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{1000, 1000};
              setrlimit(RLIMIT_FSIZE, &limit);
              try {
                  host.write({{sandbox / "ada.toml", "old ada", "new ada"},
                              {sandbox / "bob.toml", "old bob", std::string(5000, 'x')}});
              } catch (const mentor::Error& error) {
                  const std::string expected =
                      "can't write " + (sandbox / "bob.toml").string() + ": File too large";
                  const bool honest = error.what() == expected &&
                                      error.diagnostic().advice == "nothing was changed";
                  return honest ? static_cast<int>(error.exit()) : 1;
              }
              return 0;
          }) == 5);
    CHECK(host.list(sandbox.folder()) == Names{"ada.toml", "bob.toml"});
    CHECK(host.find_text(sandbox / "ada.toml") == "old ada");
    CHECK(host.find_text(sandbox / "bob.toml") == "old bob");
}

TEST_CASE("a failure after the first rename takes back what was changed") {
    if (is_root()) return;
    RealHost host;
    const Sandbox sandbox;
    host.make_folder(sandbox / "kept");
    host.write({{sandbox / "ada.toml", std::nullopt, "old"},
                {sandbox / "kept/bob.toml", std::nullopt, "bob"}});
    REQUIRE(chmod((sandbox / "kept").c_str(), 0500) == 0);
    CHECK(system_error([&] {
              host.write({{sandbox / "ada.toml", "old", "new"},
                          {sandbox / "grace.toml", std::nullopt, "grace"},
                          {sandbox / "kept/bob.toml", "bob", std::nullopt}});
          }) == "can't remove " + (sandbox / "kept/bob.toml").string() +
                    ": Permission denied\n"
                    "nothing was changed; check the permissions of the file and of " +
                    (sandbox / "kept").string());
    REQUIRE(chmod((sandbox / "kept").c_str(), 0700) == 0);
    CHECK(host.list(sandbox.folder()) == Names{"ada.toml", "kept"});
    CHECK(host.find_text(sandbox / "ada.toml") == "old");
    CHECK(host.find_text(sandbox / "kept/bob.toml") == "bob");
}

TEST_CASE("a write takes away what dead writers left, and nothing else") {
    RealHost host;
    const Sandbox sandbox;
    const int dead = mentor::start_process([] { return 0; });
    mentor::end_of(dead);
    const pid_t writer = mentor::start_process([] { return pause(); });
    const std::string living = ".mentor-" + std::to_string(writer) + "-00000001.tmp";
    const std::string abandoned = ".mentor-" + std::to_string(dead) + "-00000001.tmp";
    host.write(
        {{sandbox / "keep", std::nullopt, ""}, {sandbox / ".mentor-notes.tmp", std::nullopt, ""}});
    for (const std::string& name : {living, abandoned})
        close(open((sandbox / name).c_str(), O_WRONLY | O_CREAT, 0600));

    host.write({{sandbox / "ada.toml", std::nullopt, "text"}});
    const Names names = host.list(sandbox.folder());
    CHECK(names == Names{living, ".mentor-notes.tmp", "ada.toml", "keep"});
    kill(writer, SIGKILL);
    mentor::end_of(writer);
}

TEST_CASE("a writer that is ended at any moment leaves whole files and no temporary ones") {
    RealHost host;
    const Sandbox sandbox;
    const std::string one(20'000, '1');
    const std::string two(30'000, '2');
    host.write({{sandbox / "ada.toml", std::nullopt, one}});
    for (int round = 0; round < 20; ++round) {
        const int signal = round % 2 == 0 ? SIGTERM : SIGINT;
        const pid_t writer = mentor::start_process([&]() -> int {
            const std::filesystem::path file = sandbox / "ada.toml";
            for (std::string text = *host.find_text(file);;) {
                const std::string& next = text == one ? two : one;
                host.write({{file, text, next}});
                text = next;
            }
        });
        usleep(static_cast<useconds_t>(5'000 + 700 * round));
        kill(writer, signal);
        CHECK(mentor::end_of(writer) == 128 + signal);
        CHECK(host.list(sandbox.folder()) == Names{"ada.toml"});
        const auto text = host.find_text(sandbox / "ada.toml");
        CHECK((text == one || text == two));
    }
}

TEST_CASE("a temporary file is private and lies where TMPDIR says") {
    RealHost host;
    const Sandbox sandbox;
    setenv("TMPDIR", sandbox.folder().c_str(), 1);
    const Umask umask(0000);
    const path file = host.make_temporary(".md", "draft");
    CHECK(file.parent_path() == sandbox.folder());
    CHECK(mode_of(file) == 0600);
    setenv("TMPDIR", (sandbox / "missing").c_str(), 1);
    CHECK(system_error([&] { host.make_temporary(".md", "draft"); }) ==
          "can't make a file in " + (sandbox / "missing").string() +
              ": No such file or directory\n"
              "TMPDIR names the folder for temporary files");
    unsetenv("TMPDIR");
}

TEST_CASE("what time it is in another zone leaves ours as it was") {
    constexpr std::time_t seconds = 1'700'000'000; // 2023-11-14, 22:13:20 UTC
    const mentor::Moment here = mentor::posix::local_time(seconds);
    const auto there = mentor::posix::time_in("Pacific/Kiritimati", seconds);
    REQUIRE(there);
    CHECK(to_iso(*there) == "2023-11-15T12:13:20");
    CHECK(mentor::posix::local_time(seconds) == here);
    for (const char* zone : {"", "Moon/Tycho", "/etc/passwd", "../../etc/passwd", "Europe", "a\nb",
                             "posixrules", "leapseconds", "zone.tab", "europe/london"})
        CHECK_FALSE(mentor::posix::time_in(zone, seconds));
}

TEST_CASE("the zones of the machine are those that it tells the time of") {
    const auto zones = mentor::posix::zones();
    for (const char* known : {"Europe/London", "America/Argentina/Buenos_Aires", "UTC"})
        CHECK(std::ranges::find(zones, known) != zones.end());
    for (const std::string& zone : zones) {
        CAPTURE(zone);
        CHECK(mentor::posix::time_in(zone, 0));
        CHECK(zone.find("posix/") == std::string::npos);
    }
    setenv("TZDIR", "/nowhere", 1);
    CHECK(mentor::posix::zones().empty());
    unsetenv("TZDIR");
}

TEST_CASE("a local time is UTC by the rules of its own day") {
    const RealHost host;
    const auto ours = host.variable("TZ");
    using mentor::TimeOfDay;
    const auto utc_of = [&](const char* zone, int month, int day, TimeOfDay time) {
        setenv("TZ", zone, 1);
        const mentor::Date date = mentor::make_date(2026, month, day);
        return to_iso(host.to_utc({date, time}));
    };
    CHECK(utc_of("Europe/Berlin", 7, 22, {15, 0, 0}) == "2026-07-22T13:00:00");
    CHECK(utc_of("Europe/Berlin", 11, 20, {15, 0, 0}) == "2026-11-20T14:00:00");
    CHECK(utc_of("Pacific/Kiritimati", 1, 1, {9, 30, 0}) == "2025-12-31T19:30:00");
    CHECK(utc_of("UTC", 2, 28, {23, 59, 59}) == "2026-02-28T23:59:59");
    ours ? setenv("TZ", ours->c_str(), 1) : unsetenv("TZ");
}

} // namespace mentor::real_host_test
