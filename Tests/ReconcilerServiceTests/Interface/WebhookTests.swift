import Crypto
import Foundation
@testable import ReconcilerService
import Testing

@Suite struct `The git webhook` {
    static let secret = "It's a Secret to Everybody"

    /// As hexadecimal digits.
    static func code(_ body: String, _ secret: String = secret) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(body.utf8), using: SymmetricKey(data: Data(secret.utf8)))
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func hook(
        _ headers: [String: String], body: String = "Hello, World!", secret: String? = secret, type: String = "application/json", expect status: Int,
        hints: Int, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let fake = FakeStatus()
        try await asking(fake, { $0.webhookSecret = secret }) { asking async throws in
            let answer = try await asking.call("POST", "/v1/hooks/git", body, headers: headers.merging(["Content-Type": type]) { $1 })
            #expect(answer.status == status && fake.hints == hints, "\(answer.text)", sourceLocation: location)
            #expect(!answer.text.contains(Self.secret), sourceLocation: location)
        }
    }

    @Test func `GitHub's own example is accepted`() async throws {
        // From its documentation, "Validating webhook deliveries".
        try await hook(
            ["X-Hub-Signature-256": "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"], expect: 202, hints: 1)
    }

    @Test func `each forge shows the secret in its own way`() async throws {
        try await hook(["X-Hub-Signature-256": "sha256=" + Self.code("{}")], body: "{}", expect: 202, hints: 1)
        try await hook(["X-Gitea-Signature": Self.code("{}")], body: "{}", expect: 202, hints: 1)
        try await hook(["X-Gitlab-Token": Self.secret], body: "{}", expect: 202, hints: 1)
        try await hook(
            ["X-Hub-Signature-256": "sha256=" + Self.code("{}"), "X-Gitea-Signature": Self.code("{}").uppercased()], body: "{}", expect: 202, hints: 1)
        try await hook(["X-Gitea-Signature": Self.code("a=b")], body: "a=b", type: "application/x-www-form-urlencoded; charset=utf-8", expect: 202, hints: 1)
        try await hook(["X-Gitea-Signature": Self.code("")], body: "", expect: 202, hints: 1)
    }

    @Test func `who does not know the secret is refused`() async throws {
        let right = Self.code("{}")
        for headers in [
            [:], ["X-Hub-Signature-256": right], ["X-Hub-Signature-256": "sha256="], ["X-Hub-Signature-256": "sha256=" + right.dropLast(2)],
            ["X-Hub-Signature-256": "sha256=" + right + "00"], ["X-Hub-Signature-256": "sha256=" + Self.code("{ }")],
            ["X-Hub-Signature-256": "sha256=" + Self.code("{}", "another")], ["X-Hub-Signature-256": "sha256=" + String(repeating: "z", count: 64)],
            ["X-Hub-Signature": "sha1=" + right], ["X-Gitea-Signature": ""], ["X-Gitlab-Token": ""], ["X-Gitlab-Token": Self.secret + "x"],
            ["X-Gitlab-Token": String(Self.secret.dropLast())],
        ] as [[String: String]] {
            try await hook(headers, body: "{}", expect: 403, hints: 0)
        }
    }

    @Test func `one right proof does not make up for a wrong one`() async throws {
        try await hook(["X-Gitlab-Token": Self.secret, "X-Gitea-Signature": Self.code("other")], body: "{}", expect: 403, hints: 0)
        try await hook(["X-Gitlab-Token": "wrong", "X-Gitea-Signature": Self.code("{}")], body: "{}", expect: 403, hints: 0)
    }

    @Test func `without a secret nobody is listened to`() async throws {
        for secret in [nil, ""] {
            try await hook(["X-Gitea-Signature": Self.code("{}", ""), "X-Gitlab-Token": ""], body: "{}", secret: secret, expect: 404, hints: 0)
        }
    }

    @Test func `what is no webhook is 415, what is too long is 413`() async throws {
        try await hook(["X-Gitea-Signature": Self.code("{}")], body: "{}", type: "text/plain", expect: 415, hints: 0)
        let fake = FakeStatus()
        try await asking(fake, {
            $0.webhookSecret = Self.secret
            $0.maximumWebhookBytes = 1000
        }) { asking async throws in
            for (size, status) in [(1000, 202), (1001, 413), (100_000, 413)] {
                let body = String(repeating: "x", count: size)
                let answer = try await asking.call(
                    "POST", "/v1/hooks/git", body, headers: ["Content-Type": "application/json", "X-Gitea-Signature": Self.code(body)])
                #expect(answer.status == status, "\(size)")
            }
            #expect(fake.hints == 1)
        }
    }

    @Test func `calls that come one upon the other are put together`() async throws {
        let fake = FakeStatus()
        try await asking(fake, {
            $0.webhookSecret = Self.secret
            $0.hintInterval = .seconds(3600)
        }) { asking async throws in
            for _ in 0..<20 {
                let answer = try await asking.call(
                    "POST", "/v1/hooks/git", "{}", headers: ["Content-Type": "application/json", "X-Gitlab-Token": Self.secret])
                #expect(answer.status == 202)
            }
            #expect(fake.hints == 1)
        }
    }

    @Test func `the last of many calls is not lost`() async throws {
        let fake = FakeStatus()
        let throttle = HintThrottle(every: .milliseconds(50)) { fake.hint() }
        throttle.call()
        #expect(fake.hints == 1)
        throttle.call()
        #expect(try await eventually { fake.hints == 2 })
    }
}
