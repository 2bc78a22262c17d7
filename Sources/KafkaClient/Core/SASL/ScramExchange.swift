import FoundationEssentials
import ScramLogin

/// SCRAM (RFC 5802, with the hashes of RFC 7677 and its successors) without channel binding. Both sides prove that they know the
/// password; neither sends it.
struct ScramExchange: SASLExchange {
    /// RFC 7677 asks for 4096 at least. More than the upper bound is a server that wants to keep us busy.
    static let iterations = 4096...500_000

    private enum State {
        case new
        case asked(clientFirst: String)
        case proved(serverSignature: [UInt8])
    }

    private let hash: ScramHash
    private let username: String
    private let password: Secret
    private let nonce: String
    private var state = State.new

    init(_ hash: ScramHash, username: String, password: Secret, nonce: String) {
        (self.hash, self.username, self.password, self.nonce) = (hash, username, password, nonce)
    }

    mutating func begin() throws(SASLProblem) -> [UInt8] {
        let name = String(decoding: try prepareForSASL(username, of: "user name"), as: UTF8.self)
        var escaped = ""
        for character in name.unicodeScalars {
            switch character {
            case "=": escaped += "=3D"
            case ",": escaped += "=2C"
            default: escaped.unicodeScalars.append(character)
            }
        }
        let first = "n=\(escaped),r=\(nonce)"
        state = .asked(clientFirst: first)
        return Array("n,,\(first)".utf8)
    }

    mutating func answer(to challenge: [UInt8]) throws(SASLProblem) -> [UInt8]? {
        switch state {
        case .new: throw SASLProblem("the broker speaks before it was asked")
        case .asked(let clientFirst): return try prove(clientFirst, to: challenge)
        case .proved(let signature):
            try verify(signature, in: challenge)
            return nil
        }
    }

    private mutating func prove(_ clientFirst: String, to challenge: [UInt8]) throws(SASLProblem) -> [UInt8] {
        let server = try ScramServerFirst(challenge)
        guard server.nonce.hasPrefix(nonce), server.nonce.utf8.count > nonce.utf8.count else {
            throw SASLProblem("the broker's SCRAM message answers another login than ours")
        }
        guard Self.iterations.contains(server.iterations) else {
            throw SASLProblem(
                "the broker asks for \(server.iterations) SCRAM iterations; Heddle takes \(Self.iterations.lowerBound) to \(Self.iterations.upperBound)")
        }
        let password = try prepareForSASL(password.reveal(), of: "password")
        let final = "c=biws,r=\(server.nonce)"
        let message = Array("\(clientFirst),\(server.text),\(final)".utf8)
        let keys = ScramKeys(hash, password: password, salt: server.salt, iterations: server.iterations)
        let proof = keys.clientProof(of: message)
        state = .proved(serverSignature: keys.serverSignature(of: message))
        return Array("\(final),p=\(Data(proof).base64EncodedString())".utf8)
    }

    private func verify(_ signature: [UInt8], in message: [UInt8]) throws(SASLProblem) {
        let text = String(decoding: message.prefix(4096), as: UTF8.self)
        if text.hasPrefix("e=") { throw SASLProblem("the broker refuses the user name or the password") }
        guard text.hasPrefix("v="), let value = text.dropFirst(2).split(separator: ",", omittingEmptySubsequences: false).first,
            let theirs = Data(base64Encoded: String(value))
        else { throw SASLProblem("the broker's last SCRAM message is not valid") }
        guard areEqual(Array(theirs), signature) else {
            throw SASLProblem("the broker does not know the password either: it may not be the one that it says it is")
        }
    }
}

/// `r=nonce,s=salt,i=iterations`.
struct ScramServerFirst: Equatable {
    var text: String
    var nonce: String
    var salt: [UInt8]
    var iterations: Int

    init(_ message: [UInt8]) throws(SASLProblem) {
        guard message.count <= 4096, message.allSatisfy({ $0 < 0x80 }) else { throw SASLProblem("the broker's SCRAM message is not valid") }
        text = String(decoding: message, as: UTF8.self)
        if text.hasPrefix("e=") { throw SASLProblem("the broker refuses the user name or the password") }
        // What a later version of SCRAM must understand, and we do not.
        if text.hasPrefix("m=") { throw SASLProblem("the broker asks for an extension of SCRAM that Heddle does not know") }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].hasPrefix("r="), parts[1].hasPrefix("s="), parts[2].hasPrefix("i="),
            let salt = Data(base64Encoded: String(parts[1].dropFirst(2))), !salt.isEmpty, let iterations = Int(parts[2].dropFirst(2))
        else { throw SASLProblem("the broker's SCRAM message is not valid") }
        nonce = String(parts[0].dropFirst(2))
        self.salt = Array(salt)
        self.iterations = iterations
    }
}
