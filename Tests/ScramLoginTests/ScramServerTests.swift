import Testing

@testable import ScramLogin

@Suite struct `The server's side of SCRAM` {
    private let salt: [UInt8] = [0x5B, 0x6D, 0x99, 0x68, 0x9D, 0x12, 0x35, 0x8E, 0xEC, 0xA0, 0x4B, 0x14, 0x12, 0x36, 0xFA, 0x81]
    private let serverNonce = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    private let first = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO"
    private let final = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="

    private func exchange(_ first: String, password: String = "pencil") throws -> ScramServerExchange {
        ScramServerExchange(
            try ScramClientFirst(Array(first.utf8)),
            credential: ScramCredential(.sha256, password: Array(password.utf8), salt: salt, iterations: 4096), nonce: serverNonce)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func `the exchange of RFC 7677, section 3, comes out byte for byte`() throws {
        let exchange = try exchange(first)
        #expect(text(exchange.challenge) == "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")
        #expect(text(try exchange.finish(Array(final.utf8))) == "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")
    }

    @Test func `another password is refused`() throws {
        let exchange = try exchange(first, password: "pencils")
        #expect(throws: SASLProblem.self) { try exchange.finish(Array(final.utf8)) }
    }

    @Test func `an answer to another login, or with another header, is refused`() throws {
        let exchange = try exchange(first)
        #expect(throws: SASLProblem.self) { try exchange.finish(Array(final.replacing("$k0", with: "$k1").utf8)) }
        #expect(throws: SASLProblem.self) { try exchange.finish(Array(final.replacing("biws", with: "eSws").utf8)) }
        #expect(throws: SASLProblem.self) { try exchange.finish(Array(final.dropLast(4).utf8)) }
        #expect(throws: SASLProblem.self) { try exchange.finish([]) }
    }

    @Test func `names are unescaped, and who logs in for somebody else is refused`() throws {
        #expect(try ScramClientFirst(Array("n,,n=a=2Cb=3Dc,r=x".utf8)).user == "a,b=c")
        #expect(try ScramClientFirst(Array("y,a=me,n=me,r=x".utf8)).user == "me")
        for bad in ["n,a=you,n=me,r=x", "p=tls-unique,,n=me,r=x", "n,,n=,r=x", "n,,n=a=2,r=x", "n,,n=a=2c,r=x", "n,,n=me,r=", "n,,m=1,n=me,r=x", "", ",,,", "n,,n=me"] {
            #expect(throws: SASLProblem.self, "\(bad)") { try ScramClientFirst(Array(bad.utf8)) }
        }
        #expect(throws: SASLProblem.self) { try ScramClientFirst([0xFF, 0xFE]) }
    }

    @Test func `a salted password gives the keys of the password`() {
        for hash in ScramHash.allCases {
            let credential = ScramCredential(hash, password: Array("pencil".utf8), salt: salt, iterations: 4096)
            let salted = hash.stretch(Array("pencil".utf8), salt: salt, iterations: 4096)
            #expect(ScramCredential(hash, salted: salted, salt: salt, iterations: 4096) == credential)
            #expect(credential.fits(Array("pencil".utf8)))
            #expect(!credential.fits(Array("pencils".utf8)))
        }
    }

    @Test func `who is not known is shown the same salt each time, and another than others`() {
        func unknown(_ user: String) -> ScramCredential { .unknown(.sha256, user: user, seed: [1, 2, 3], iterations: 4096) }
        #expect(unknown("a") == unknown("a"))
        #expect(unknown("a").salt != unknown("b").salt)
        #expect(unknown("a").salt.count == ScramCredential.saltLength)
    }

    @Test func `a credential shows no secret`() {
        let credential = ScramCredential(.sha512, password: Array("pencil".utf8), salt: salt, iterations: 5000)
        #expect("\(credential)" == "SCRAM-SHA-512, 5000 iterations (secret)")
        var dumped = ""
        dump(credential, to: &dumped)
        #expect(!dumped.contains("\(credential.storedKey[0]), ") && !dumped.contains("storedKey"))
    }
}
