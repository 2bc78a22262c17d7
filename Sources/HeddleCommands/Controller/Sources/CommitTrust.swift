import Foundation

/// Whose signature a commit needs before its manifests count. Only the commit itself is asked for, not those before it: who may
/// sign the tip answers for what it holds.
struct CommitTrust: Sendable, Equatable {
    /// An allowed-signers file (ssh-keygen(1), ALLOWED SIGNERS), for SSH signatures.
    var allowedSigners: String?
    /// Fingerprints of OpenPGP keys, in capital hexadecimal digits without spaces; of the primary key or of the one that signed.
    var signingKeys: [String] = []

    /// Why the commit is not to be trusted; nil: it is.
    func complaint(about commit: String, in repository: GitRepository) throws -> String? {
        var arguments: [String] = []
        // A file that does not exist: nobody is allowed, whatever this machine's own settings say.
        arguments += ["-c", "gpg.ssh.allowedSignersFile=\(allowedSigners ?? "/dev/null")"]
        arguments += ["verify-commit", "--raw", commit]
        let answer = try repository.run(arguments)
        let lines = answer.errorLines
        guard answer.status == 0 else {
            return lines.isEmpty ? "it is not signed" : "its signature is not good, or by nobody who may: \(lines.last ?? "")"
        }
        let statuses = lines.filter { $0.hasPrefix("[GNUPG:] ") }
        guard !statuses.isEmpty else {
            // SSH: git has found the key among the allowed signers, or it would have said no.
            return allowedSigners == nil ? "it is signed with an SSH key, and no allowed signers are given" : nil
        }
        // `[GNUPG:] VALIDSIG <fingerprint> … <primary fingerprint>` (GnuPG's doc/DETAILS).
        let valid = statuses.first { $0.hasPrefix("[GNUPG:] VALIDSIG ") }?.split(separator: " ").map(String.init) ?? []
        let fingerprints = [valid.dropFirst(2).first, valid.last].compactMap { $0 }
        guard !signingKeys.isEmpty, fingerprints.contains(where: signingKeys.contains) else {
            return "it is signed by the OpenPGP key \(fingerprints.last ?? "of nobody"), which is not among those that may"
        }
        return nil
    }
}
