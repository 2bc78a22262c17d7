import Determinism
import EngineInterface
import Foundation
import MeshModel

extension ApplyAuthor {
    /// Who runs this program, and for which job of a CI system.
    static func present() -> ApplyAuthor {
        let environment = ProcessInfo.processInfo.environment
        let user = environment["USER"] ?? environment["LOGNAME"] ?? passwordName() ?? "unknown"
        let job = environment.filter { jobVariables.contains($0.key) && !$0.value.isEmpty }
        return ApplyAuthor(user: user, host: hostName(), job: job)
    }

    /// What names the job in the CI systems that are common; none of them holds a secret.
    private static let jobVariables: Set<String> = [
        "GITHUB_REPOSITORY", "GITHUB_RUN_ID", "GITHUB_ACTOR", "GITHUB_SHA", "CI_JOB_URL", "CI_PIPELINE_ID", "CI_COMMIT_SHA", "GITLAB_USER_LOGIN",
        "BUILD_URL", "BUILD_NUMBER", "BUILDKITE_BUILD_URL", "CIRCLE_BUILD_URL", "TRAVIS_JOB_WEB_URL", "BUILD_BUILDID", "BITBUCKET_BUILD_NUMBER",
        "TEAMCITY_VERSION", "DRONE_BUILD_LINK",
    ]

    private static func passwordName() -> String? {
        guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else { return nil }
        return String(cString: name)
    }

    /// Without asking a name server, as Foundation's own would.
    private static func hostName() -> String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "unknown" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension LeaseProcess {
    /// This process, as another one on this machine recognises it: process ids count within a boot and a namespace.
    static func present() -> LeaseProcess? {
        guard let place = presentPlace() else { return nil }
        return LeaseProcess(place: place, id: getpid())
    }

    /// True only when it certainly runs no more.
    var isGone: Bool { Self.presentPlace() == place && kill(id, 0) != 0 && errno == ESRCH }

    private static func presentPlace() -> String? {
        guard let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
            let namespace = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
        else { return nil }
        return "\(boot.trimmingCharacters(in: .whitespacesAndNewlines)) \(namespace)"
    }
}
