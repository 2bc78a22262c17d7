import Determinism
import ScramLogin
import Testing

@testable import KafkaClient

struct ScramTests {
    private func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    private func exchange(_ hash: ScramHash = .sha256, user: String = "user", password: String = "pencil", nonce: String = "rOprNGfwEbeRWgbNEkqO") -> ScramExchange {
        ScramExchange(hash, username: user, password: Secret(password), nonce: nonce)
    }

    private let first = "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096"

    /// Sends the first message, then these; the answer to the last.
    private func after(_ exchange: ScramExchange, _ messages: String...) throws(SASLProblem) -> [UInt8]? {
        var exchange = exchange
        var last: [UInt8]? = try exchange.begin()
        for message in messages { last = try exchange.answer(to: Array(message.utf8)) }
        return last
    }

    private func problem(_ exchange: ScramExchange, _ messages: String...) -> String? {
        var exchange = exchange
        do throws(SASLProblem) {
            _ = try exchange.begin()
            for message in messages { _ = try exchange.answer(to: Array(message.utf8)) }
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `the exchange of RFC 7677, section 3, comes out byte for byte`() throws {
        #expect(text(try after(exchange())) == "n,,n=user,r=rOprNGfwEbeRWgbNEkqO")
        #expect(
            text(try after(exchange(), first))
                == "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
        #expect(try after(exchange(), first, "v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=") == nil)
    }

    @Test func `the keys with the longer hash are those of another implementation`() {
        // Made with Python's hashlib.pbkdf2_hmac and hmac.
        let keys = ScramKeys(.sha512, password: Array("pencil".utf8), salt: Array("salt of sixteen.".utf8), iterations: 4096)
        #expect(hex(keys.serverSignature(of: Array("message".utf8))) == Self.sha512ServerSignature)
        #expect(hex(keys.clientProof(of: Array("message".utf8))) == Self.sha512ClientProof)
    }

    private static let sha512ServerSignature =
        "f6f44600c2965f8ec753f124449d12ccc4f8e99ef91ab323ecb78ef3e03d72a1"
        + "5ea9b5fee05c85af5043e6f76442794542ca98b3de829b4e25c7f2edaf9cd3f6"
    private static let sha512ClientProof =
        "c7a684f967243db1ac5d44afefbccca73c9cee2f90dcc79209bb6be12f7068cb"
        + "aa487139dc1d7f3552290862c2ec135790325ee99ba736d50b64b490534411c8"

    private func hex(_ bytes: [UInt8]) -> String { bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

    @Test func `a server that does not know the password is found out`() {
        #expect(problem(exchange(), first, "v=AAAATRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")?.contains("does not know the password either") == true)
        #expect(problem(exchange(), first, "v=AAAA")?.contains("does not know the password either") == true)
        #expect(problem(exchange(), first, "")?.contains("not valid") == true)
        #expect(problem(exchange(), first, "e=invalid-proof") == "the broker refuses the user name or the password")
    }

    @Test(arguments: [
        "r=other,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", "r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4095", "r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=500001",
        "r=rOprNGfwEbeRWgbNEkqOx,s=,i=4096", "r=rOprNGfwEbeRWgbNEkqOx,s=!,i=4096", "m=x,r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=4096", "", ",,",
        "r=rOprNGfwEbeRWgbNEkqOx,s=AAAA,i=99999999999999999999",
    ])
    func `a first message that is wrong ends the login`(message: String) {
        #expect(problem(exchange(), message) != nil)
    }

    @Test func `separators in a user name are escaped`() throws {
        #expect(text(try after(exchange(user: "a=b,c"))) == "n,,n=a=3Db=2Cc,r=rOprNGfwEbeRWgbNEkqO")
    }

    @Test func `what cannot be prepared is refused, and nothing of it is told`() {
        for password in ["pass\u{7}word", "pass\u{A0}word", "\u{FB01}nd", "x\u{300}", "", "\u{AD}pass"] {
            let told = problem(exchange(password: password), first)
            #expect(told != nil)
            #expect(told?.contains("pass") == false || told?.contains("the password") == true)
        }
        #expect(problem(exchange(password: "grün&Größe")) == nil)
        #expect(problem(exchange(user: "ﬁnd"))?.contains("user name") == true)
    }

    @Test func `random server messages never crash the client`() {
        var chance = SeededGenerator(seed: 5)
        let parts = ["r=rOprNGfwEbeRWgbNEkqO", "s=W22Z", "i=4096", ",", "=", "v=", "e=", "m=", "\u{0}", "é", "9"]
        for _ in 0..<3000 {
            var exchange = exchange()
            guard (try? exchange.begin()) != nil else { return }
            let message = (0..<Int.random(in: 0...7, using: &chance)).map { _ in parts.randomElement(using: &chance) ?? "" }.joined()
            _ = try? exchange.answer(to: Array(message.utf8))
        }
    }

    @Test func `PLAIN and OAUTHBEARER say what their RFCs say`() throws {
        #expect(try PlainExchange(username: "me", password: Secret("pw")).begin() == Array("\0me\0pw".utf8))
        #expect(throws: SASLProblem.self) { try PlainExchange(username: "me\0", password: Secret("pw")).begin() }
        #expect(try BearerExchange(token: Secret("abc.def")).begin() == Array("n,,\u{1}auth=Bearer abc.def\u{1}\u{1}".utf8))
        #expect(throws: SASLProblem.self) { try BearerExchange(token: Secret("a\u{1}b")).begin() }
    }

    @Test func `a secret shows neither in print nor in a dump`() {
        var dumped = ""
        dump(SASLLogin.plain(username: "me", password: Secret("hush")), to: &dumped)
        #expect(!dumped.contains("hush"))
        #expect("\(Secret("hush"))" == "(secret)")
        #expect(!"\(ClientOptions(security: .init(login: .bearer(token: Secret("hush")))))".contains("hush"))
    }
}
