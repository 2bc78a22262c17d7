import Foundation
import KafkaWire
import NIOCore
import ScramLogin
import Testing
@testable import BrokerCore

extension BrokerWorld {
    /// A connection to a listener that asks for a login.
    func stranger(_ mechanisms: [SASLMechanism] = SASLMechanism.allCases) -> ConnectionID { connect(mechanisms: mechanisms) }

    @discardableResult
    func shakeHands(_ mechanism: String, on connection: ConnectionID, version: Int16 = 1) throws -> ErrorCode {
        try call(SaslHandshakeRequest(mechanism: mechanism), version: version, on: connection).errorCode
    }

    func authenticate(_ message: String, on connection: ConnectionID) throws -> SaslAuthenticateResponse {
        try call(SaslAuthenticateRequest(authBytes: ByteBuffer(string: message)), on: connection)
    }

    func logIn(_ user: String, _ password: String, on connection: ConnectionID) throws -> SaslAuthenticateResponse {
        try shakeHands("PLAIN", on: connection)
        return try authenticate("\0\(user)\0\(password)", on: connection)
    }

    /// The last answer of a whole SCRAM login, where the broker answers at once.
    func scram(_ hash: ScramHash, _ user: String, _ password: String, on connection: ConnectionID) throws -> Pending<SaslAuthenticateRequest> {
        try shakeHands(hash.mechanism, on: connection)
        let bare = "n=\(user),r=fyko+d2lbbFgONRv9qkxdawL"
        let challenge = String(buffer: try authenticate("n,,\(bare)", on: connection).authBytes)
        let parts = challenge.split(separator: ",").map { String($0.dropFirst(2)) }
        let salt = try #require(Data(base64Encoded: parts[1])), iterations = try #require(Int(parts[2]))
        let keys = ScramKeys(hash, password: Array(password.utf8), salt: Array(salt), iterations: iterations)
        let final = "c=biws,r=\(parts[0])"
        let proof = keys.clientProof(of: Array("\(bare),\(challenge),\(final)".utf8))
        return try send(
            SaslAuthenticateRequest(authBytes: ByteBuffer(string: "\(final),p=\(Data(proof).base64EncodedString())")), on: connection)
    }

    /// As AdminClients make a user: the password is salted there.
    func upsertion(
        _ user: String, _ password: String, _ hash: ScramHash = .sha256, iterations: Int = 4096
    ) -> AlterUserScramCredentialsRequest.Upsertion {
        let salt = Array("\(user)-salt".utf8)
        // What is salted is what keys are made from: PBKDF2 by hand, one block.
        var last = hash.authenticate(salt + [0, 0, 0, 1], with: Array(password.utf8))
        var sum = last
        for _ in 1..<max(min(iterations, 4096), 1) {
            last = hash.authenticate(last, with: Array(password.utf8))
            for index in sum.indices { sum[index] ^= last[index] }
        }
        return .init(
            name: user, mechanism: hash.number, iterations: Int32(iterations), salt: ByteBuffer(bytes: salt), saltedPassword: ByteBuffer(bytes: sum))
    }

    func alter(_ request: AlterUserScramCredentialsRequest, on connection: ConnectionID? = nil) throws -> [String: ErrorCode] {
        let results = try call(request, on: connection).results
        return Dictionary(results.map { ($0.user, $0.errorCode) }) { $1 }
    }

    func whoAmI(_ connection: ConnectionID) -> Principal? { broker.connections[connection]?.info.principal }
}
