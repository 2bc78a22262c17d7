import ArgumentParser
import Determinism
import EngineInterface
import Foundation
import Logging
import MeshModel
import MeshPlanning
import ReconcilerCore
import ReconcilerService

/// Where a controller has its manifests from.
struct ControllerSourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Follow this git repository instead of the folder; as 'git fetch' takes it.", valueName: "url"))
    var git: String?

    @Option(help: ArgumentHelp("The branch or tag to follow.", valueName: "ref"))
    var ref = "main"

    @Option(help: ArgumentHelp("Where heddle.yaml is, below the repository's root.", valueName: "folder"))
    var path = ""

    @Option(help: ArgumentHelp("Where the copy of the repository is kept; .heddle/controller when left out.", valueName: "folder"))
    var workDir: String?

    @Flag(help: "Take only commits that are signed by somebody who may: --allowed-signers, --signing-key.")
    var verifySignatures = false

    @Option(help: ArgumentHelp("Who may sign with SSH keys, as ssh-keygen(1) describes such files.", valueName: "file"))
    var allowedSigners: String?

    @Option(help: ArgumentHelp("The fingerprint of an OpenPGP key that may sign; may be repeated.", valueName: "fingerprint"))
    var signingKey: [String] = []

    func source(_ manifests: ManifestOptions, _ common: CommonOptions) throws -> any ControllerSource {
        let trust = try trust(common)
        guard let git else {
            guard trust == nil else {
                throw CommandFailure(.usage, "the files of a folder bear no signatures", remedy: "follow a repository: --git URL")
            }
            return FolderSource(try MeshFolder.containing(common.startingFolder), options: manifests)
        }
        guard !git.hasPrefix("-"), !git.isEmpty else { throw CommandFailure(.usage, "'--git \(git)' is no repository") }
        guard !ref.hasPrefix("-"), !ref.hasPrefix("+"), !ref.contains(":"), !ref.isEmpty else {
            throw CommandFailure(.usage, "'--ref \(ref)' is no branch, tag or commit")
        }
        let subfolder = path.split(separator: "/").filter { $0 != "." }
        guard !path.hasPrefix("/"), !subfolder.contains("..") else {
            throw CommandFailure(.usage, "'--path \(path)' is not below the repository's root")
        }
        // A relative path would be looked for from the copy's folder.
        let local = common.path(git)
        let isLocal = !git.contains("://") && FileManager.default.fileExists(atPath: local.path)
        let settings = GitSourceSettings(
            url: isLocal ? local.path : git, ref: ref, subfolder: subfolder.joined(separator: "/"), trust: trust)
        let folder = workDir.map(common.path) ?? common.startingFolder.appendingPathComponent(".heddle/controller", isDirectory: true)
        return GitSource(settings, keptIn: folder.appendingPathComponent("source.git", isDirectory: true), options: manifests)
    }

    private func trust(_ common: CommonOptions) throws -> CommitTrust? {
        guard verifySignatures else {
            guard allowedSigners == nil, signingKey.isEmpty else {
                throw CommandFailure(.usage, "nobody asked for signatures to be verified", remedy: "add --verify-signatures")
            }
            return nil
        }
        guard allowedSigners != nil || !signingKey.isEmpty else {
            throw CommandFailure(.usage, "'--verify-signatures' needs to know who may sign", remedy: "add --allowed-signers FILE or --signing-key FINGERPRINT")
        }
        let file = try allowedSigners.map { name -> String in
            let url = common.path(name)
            guard FileManager.default.isReadableFile(atPath: url.path) else {
                throw CommandFailure(.usage, "the file '\(name)' of allowed signers cannot be read")
            }
            return url.path
        }
        let keys = try signingKey.map { text -> String in
            let key = text.filter { !$0.isWhitespace }.uppercased()
            guard key.count >= 40, key.allSatisfy(\.isHexDigit) else {
                throw CommandFailure(.usage, "'--signing-key \(text)' is no fingerprint", remedy: "give all 40 hexadecimal digits, as 'gpg --fingerprint' prints them")
            }
            return key
        }
        return CommitTrust(allowedSigners: file, signingKeys: keys)
    }
}

/// How a controller goes about it.
struct ControllerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How often the source is looked at, and clusters that do not tell of changes.", valueName: "duration"))
    var interval = "10s"

    @Option(help: ArgumentHelp("How often everything is read even where a cluster tells of changes.", valueName: "duration"))
    var resync = "10m"

    @Flag(help: "Delete what Heddle owns and no manifest declares any more, once that is approved.")
    var prune = false

    @Option(
        help: ArgumentHelp(
            "Make changes of a class without approval: disruptive or destructive, everywhere or on one ADDRESS; may be repeated.",
            valueName: "class[=address]"))
    var allow: [String] = []

    @Option(help: ArgumentHelp("How many topics and subjects may be deleted, or put on the way there, at once; 0: none.", valueName: "n"))
    var maxDeletions = 10

    @Option(help: ArgumentHelp("What it is called in status and audit; USER@HOST when left out.", valueName: "name"))
    var name: String?

    func settings() throws -> ReconcilerSettings {
        var permissions = Permissions()
        for text in allow where !permissions.allow(parsing: text) {
            throw CommandFailure(.usage, "'--allow \(text)' is not understood", remedy: "say disruptive, destructive, or destructive=topic/CLUSTER/NAME")
        }
        guard maxDeletions >= 0 else {
            throw CommandFailure(.usage, "'--max-deletions \(maxDeletions)' is less than none", remedy: "say 0 to forbid every deletion")
        }
        let author = ApplyAuthor.present()
        return ReconcilerSettings(
            name: name ?? "\(author.user)@\(author.host) (pid \(getpid()))", interval: try length(interval, "--interval", least: 100),
            resync: try length(resync, "--resync", least: 1000), permissions: permissions, prunes: prune, maxDeletions: maxDeletions)
    }
}

/// Whom a controller hears from and tells.
struct ControllerInterfaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where status, metrics and webhooks are served; port 0: any that is free.", valueName: "host:port"))
    var listen = "127.0.0.1:8484"

    @Flag(help: "Serve nothing.")
    var noListen = false

    @Option(help: ArgumentHelp("The secret that webhooks are signed with; or HEDDLE_WEBHOOK_SECRET. Without one no webhook is heard.", valueName: "file"))
    var webhookSecretFile: String?

    @Option(help: ArgumentHelp("Where notifications are sent, as CloudEvents.", valueName: "url"))
    var notify: String?

    @Option(help: ArgumentHelp("The secret that notifications are signed with; or HEDDLE_NOTIFY_SECRET.", valueName: "file"))
    var notifySecretFile: String?

    func address() throws -> HostAndPort? {
        if noListen { return nil }
        guard let address = HostAndPort(parsing: listen) else {
            throw CommandFailure(.usage, "'--listen \(listen)' is no address", remedy: "say 127.0.0.1:8484")
        }
        return address
    }

    func webhookSecret(_ common: CommonOptions) throws -> String? {
        try secret(webhookSecretFile, variable: "HEDDLE_WEBHOOK_SECRET", common)
    }

    func notifySecret(_ common: CommonOptions) throws -> String? {
        try secret(notifySecretFile, variable: "HEDDLE_NOTIFY_SECRET", common)
    }

    /// Tells nobody where no address was given.
    func notifier(
        controller: String, _ common: CommonOptions, logger: Logger, whenCounted: @escaping @Sendable (WebhookNotifier.Outcome) -> Void
    ) throws -> WebhookNotifier {
        guard let notify else { return WebhookNotifier([], controller: controller, logger: logger) }
        let secret = try notifySecret(common)
        do throws(WebhookDestination.Problem) {
            let destination = try WebhookDestination(url: notify, secret: secret)
            return WebhookNotifier([destination], controller: controller, logger: logger, whenCounted: whenCounted)
        } catch {
            throw CommandFailure(.usage, "'--notify' cannot be used: \(error)")
        }
    }

    private func secret(_ file: String?, variable: String, _ common: CommonOptions) throws -> String? {
        guard let file else {
            let value = ProcessInfo.processInfo.environment[variable] ?? ""
            return value.isEmpty ? nil : value
        }
        guard let text = try? String(contentsOf: common.path(file), encoding: .utf8) else {
            throw CommandFailure(.usage, "the secret in '\(file)' cannot be read")
        }
        let secret = text.trimmingCharacters(in: .newlines)
        guard !secret.isEmpty else { throw CommandFailure(.usage, "the file '\(file)' holds no secret") }
        return secret
    }
}

private func length(_ text: String, _ option: String, least: Int64) throws -> Duration {
    guard let length = Milliseconds(parsing: text), length.count >= least else {
        throw CommandFailure(.usage, "'\(option) \(text)' is not a length of time, or too short", remedy: "say 10s or 5m")
    }
    return .milliseconds(length.count)
}
