import Foundation

/// This program again, in a session of its own, so that it outlives the shell that started it.
final class BackgroundProcess: Sendable {
    let processId: pid_t

    /// POSIX_SPAWN_SETSID, which <spawn.h> shows only to those who ask for GNU's extensions.
    private static let newSession: Int16 = 0x80

    private init(processId: pid_t) { self.processId = processId }

    /// - Parameter log: gets standard output and standard error; an earlier log is replaced.
    static func start(_ arguments: [String], log: URL) throws -> BackgroundProcess {
        try FileManager.default.createDirectory(at: log.deletingLastPathComponent(), withIntermediateDirectories: true)
        keepDescriptorsFromChildren()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The threads that run this program block signals, and a child would inherit that.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGMASK))

        var argv: [UnsafeMutablePointer<CChar>?] = (["heddle"] + arguments).map { strdup($0) } + [nil]
        defer { argv.forEach { free($0) } }
        var processId = pid_t()
        let result = posix_spawn(&processId, "/proc/self/exe", &actions, &attributes, &argv, environ)
        guard result == 0 else {
            throw CommandFailure(.bug, "a background process could not be started: \(String(cString: strerror(result)))")
        }
        return BackgroundProcess(processId: processId)
    }

    /// What this program inherited beyond standard input, output and error stays with it: a parent that waits for such a
    /// descriptor to close would wait for the background process too.
    private static func keepDescriptorsFromChildren() {
        let open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
        for descriptor in open.compactMap(Int32.init) where descriptor > STDERR_FILENO {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }

    /// True once it is gone; may be asked again and again.
    var hasEnded: Bool {
        var status: Int32 = 0
        return waitpid(processId, &status, WNOHANG) != 0
    }
}
