import ArgumentParser
import DevelopmentCertificates
import Foundation

struct CertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certs", abstract: "Certificates for a laptop.", discussion: "EXAMPLE\n  heddle certs dev --client checkout",
        subcommands: [CertsDevCommand.self])
}

struct CertsDevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev", abstract: "Makes a development CA, and certificates for a server and its clients.",
        discussion: """
            EXAMPLE
              heddle certs dev                                   # .heddle/certs: ca, server (localhost)
              heddle certs dev --host kafka.test --host 10.0.0.5
              heddle certs dev --client checkout --client billing

            Writes ca.pem, server.pem and NAME.pem, and a key beside each that only you can read. What is there is kept, and an
            authority that is there vouches for what is new; --force makes everything anew. Not for production: whoever has ca.key
            can be anybody.
            """)

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir")) var out: String = ".heddle/certs"
    @Option(name: .customLong("host"), help: ArgumentHelp("A name or address of the server, beside localhost.", valueName: "host"))
    var hosts: [String] = []
    @Option(name: .customLong("client"), help: ArgumentHelp("A client; its certificate's subject is CN=NAME.", valueName: "name"))
    var clients: [String] = []
    @Flag(help: "Make what is there anew, the authority too.") var force = false
    @OptionGroup var common: CommonOptions

    func run() async throws {
        for name in clients where !isFileName(name) {
            throw CommandFailure(.usage, "'\(name)' is no name for a client's files", remedy: "take letters, digits, '.', '_' and '-', and neither 'ca' nor 'server'")
        }
        for host in hosts where host.isEmpty || host.contains(where: { $0.isWhitespace || $0 == "/" }) {
            throw CommandFailure(.usage, "'\(host)' is no host", remedy: "name it as clients do, such as kafka.test or 10.0.0.5")
        }
        let folder = CertificateFolder(url: URL(fileURLWithPath: out, relativeTo: common.startingFolder), replaces: force)
        let now = Date()
        do {
            try folder.prepare()
            let authority: CertificateAuthority
            if let issued = try folder.read("ca") {
                authority = try CertificateAuthority(issued)
                common.console.print("ca.pem      kept")
            } else {
                authority = try CertificateAuthority.make(now: now)
                try folder.write(authority.issued, as: "ca")
                common.console.print("ca.pem      made")
            }
            try give("server", from: folder) { try authority.issueServer(hosts: hosts.isEmpty ? Self.usualHosts : hosts + Self.usualHosts, now: now) }
            for name in clients { try give(name, from: folder) { try authority.issueClient(name: name, now: now) } }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw CommandFailure(
                .usage, "the certificates cannot be made in '\(folder.url.path)': \(error.localizedDescription)",
                remedy: "name another folder with --out, or make all anew with --force")
        }
    }

    private static let usualHosts = ["localhost", "127.0.0.1", "::1"]

    private func give(_ name: String, from folder: CertificateFolder, _ make: () throws -> IssuedCertificate) throws {
        let isThere = try folder.read(name) != nil
        if !isThere { try folder.write(try make(), as: name) }
        common.console.print("\(name).pem".padding(toLength: max(name.count + 5, 12), withPad: " ", startingAt: 0) + (isThere ? "kept" : "made"))
    }

    private func isFileName(_ name: String) -> Bool {
        name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,99}/) != nil && name != "ca" && name != "server"
    }
}
