import Foundation
import NIOSSL

/// An authority, and what it issued: made by openssl when they are needed, and never kept.
struct TestCertificates {
    let folder: URL

    static let isPossible = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("heddle-certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=authority")
        try issue("server", names: "IP:127.0.0.1,DNS:localhost")
        try issue("stranger", names: "DNS:elsewhere.example.com")
        try issue("client", names: "DNS:heddle")
        try issue("expired", names: "IP:127.0.0.1", extra: "-not_before 20200101000000Z -not_after 20200201000000Z")
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func pem(_ name: String) throws -> String { try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) }

    /// What a server with this certificate encrypts with.
    func context(_ name: String, demandsCertificate: Bool = false) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(pem("\(name).pem").utf8)).map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(pem("\(name).key").utf8), format: .pem)))
        if demandsCertificate {
            configuration.certificateVerification = .noHostnameVerification
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(pem("ca.pem").utf8)))
        }
        return try NIOSSLContext(configuration: configuration)
    }

    private func issue(_ name: String, names: String, extra: String = "") throws {
        try openssl("req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout \(name).key -out \(name).csr -subj /CN=\(name)")
        try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appendingPathComponent("\(name).ext"))
        if extra.isEmpty {
            try openssl("x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -extfile \(name).ext -out \(name).pem")
        } else {
            // `x509` takes dates from openssl 3.4 on alone; `ca` always has.
            try Data().write(to: folder.appendingPathComponent("index.txt"))
            try Data("01\n".utf8).write(to: folder.appendingPathComponent("serial"))
            let settings = "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n[p]\ncommonName=supplied\n"
            try Data(settings.utf8).write(to: folder.appendingPathComponent("ca.cnf"))
            try openssl(
                "ca -batch -config ca.cnf -cert ca.pem -keyfile ca.key -startdate 20200101000000Z -enddate 20200201000000Z "
                    + "-extfile \(name).ext -notext -in \(name).csr -out \(name).pem")
        }
    }

    private func openssl(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map { String($0) }
        process.currentDirectoryURL = folder
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(arguments: arguments) }
    }

    struct Failed: Error { var arguments: String }
}
