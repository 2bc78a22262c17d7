import FoundationEssentials

/// The server's side of SCRAM (RFC 5802) without channel binding, message by message:
///
///     let asked = try ScramClientFirst(message)
///     var exchange = ScramServerExchange(asked, credential: …, nonce: …)
///     send(exchange.challenge)
///     send(try exchange.finish(answer))
package struct ScramServerExchange: Sendable {
    private let asked: ScramClientFirst
    private let credential: ScramCredential
    private let nonce: String
    private let serverFirst: String

    /// - Parameter nonce: printable ASCII without commas, never used twice.
    package init(_ asked: ScramClientFirst, credential: ScramCredential, nonce: String) {
        self.asked = asked
        self.credential = credential
        self.nonce = asked.nonce + nonce
        serverFirst = "r=\(asked.nonce)\(nonce),s=\(Data(credential.salt).base64EncodedString()),i=\(credential.iterations)"
    }

    package var challenge: [UInt8] { Array(serverFirst.utf8) }

    /// The server's proof for who proved to know the password; a problem for everybody else.
    package func finish(_ message: [UInt8]) throws(SASLProblem) -> [UInt8] {
        let final = try ScramClientFinal(message)
        guard final.binding == asked.header, final.nonce == nonce else { throw SASLProblem("the message answers another login") }
        let signed = Array("\(asked.bare),\(serverFirst),\(final.withoutProof)".utf8)
        let hash = credential.hash
        guard final.proof.count == hash.length else { throw SASLProblem("the proof has not the length of the hash") }
        let signature = hash.authenticate(signed, with: credential.storedKey)
        let clientKey = zip(final.proof, signature).map { $0 ^ $1 }
        guard areEqual(hash.digest(clientKey), credential.storedKey) else { throw SASLProblem("the password is not right") }
        return Array("v=\(Data(hash.authenticate(signed, with: credential.serverKey)).base64EncodedString())".utf8)
    }
}

/// `n,a=authzid,n=user,r=nonce`, and extensions that may be ignored.
package struct ScramClientFirst: Sendable, Equatable {
    /// As later messages repeat it.
    let header: [UInt8]
    let bare: String
    package let user: String
    let nonce: String

    package init(_ message: [UInt8]) throws(SASLProblem) {
        let text = try scramText(message)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 4, parts[2].hasPrefix("n="), parts[3].hasPrefix("r=") else { throw SASLProblem("the first SCRAM message is not valid") }
        // `y`: the client could bind to a channel and thinks that we cannot, which is so.
        guard parts[0] == "n" || parts[0] == "y" else { throw SASLProblem("channel binding is not offered") }
        header = Array("\(parts[0]),\(parts[1]),".utf8)
        bare = parts[2...].joined(separator: ",")
        guard let user = unescape(parts[2].dropFirst(2)), !user.isEmpty else { throw SASLProblem("the user name is not valid") }
        self.user = user
        nonce = String(parts[3].dropFirst(2))
        guard !nonce.isEmpty, nonce.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { throw SASLProblem("the nonce is not valid") }
        if !parts[1].isEmpty {
            guard parts[1].hasPrefix("a="), unescape(parts[1].dropFirst(2)) == user else { throw SASLProblem("nobody logs in for somebody else") }
        }
    }
}

/// `c=header,r=nonce,p=proof`.
struct ScramClientFinal: Equatable {
    var binding: [UInt8]
    var nonce: String
    var proof: [UInt8]
    var withoutProof: String

    init(_ message: [UInt8]) throws(SASLProblem) {
        let text = try scramText(message)
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].hasPrefix("c="), parts[1].hasPrefix("r="), let last = parts.last, last.hasPrefix("p="),
            let binding = Data(base64Encoded: String(parts[0].dropFirst(2))), let proof = Data(base64Encoded: String(last.dropFirst(2)))
        else { throw SASLProblem("the last SCRAM message is not valid") }
        self.binding = Array(binding)
        self.proof = Array(proof)
        nonce = String(parts[1].dropFirst(2))
        withoutProof = parts.dropLast().joined(separator: ",")
    }
}

private func scramText(_ message: [UInt8]) throws(SASLProblem) -> String {
    guard message.count <= 4096, !message.contains(0), let text = String(validating: message, as: UTF8.self) else {
        throw SASLProblem("the SCRAM message is no text, or too long")
    }
    return text
}

/// `=2C` is a comma and `=3D` an equals sign; another `=` must not be there.
private func unescape(_ name: Substring) -> String? {
    var plain = String.UnicodeScalarView()
    var rest = name.unicodeScalars
    while let next = rest.popFirst() {
        guard next == "=" else {
            plain.append(next)
            continue
        }
        switch String(rest.prefix(2)) {
        case "2C": plain.append(",")
        case "3D": plain.append("=")
        default: return nil
        }
        rest = rest.dropFirst(2)
    }
    return String(plain)
}
