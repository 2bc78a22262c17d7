import MeshControl
import MeshModel
@testable import ReconcilerService
import Testing

@Suite struct `The status page` {
    @Test func `everything that is to be known is on it`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            let answer = try await asking.get("/")
            #expect(answer.status == 200 && answer.headers["content-type"] == "text/html; charset=utf-8")
            for text in [
                "<h1>shop</h1>", "revision 0123456789abcdef of github.com/acme/mesh", "revision feed is not taken", "heddle approve 3f9a0c1d2e4b",
                "topic/eu/orders.old", "the whole cluster is suspended by ada@laptop", "not Synced: 1 change waits", "topic/us/orders", "http-equiv=\"refresh\"",
            ] {
                #expect(answer.text.contains(text), "\(text)")
            }
            #expect(!(try await asking.get("/?condition=Drifted").text.contains("topic/us/orders")))
        }
    }

    @Test func `nothing that was written elsewhere becomes part of the page`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            let answer = try await asking.get("/")
            #expect(!answer.text.contains("<script") && !answer.text.contains("<b>12"))
            #expect(answer.text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && answer.text.contains("&quot;x&quot; &amp; y"))
            #expect(answer.headers["content-security-policy"]?.hasPrefix("default-src 'none'") == true)
            #expect(answer.headers["x-content-type-options"] == "nosniff" && answer.headers["cache-control"] == "no-store")
        }
    }

    @Test func `a page too many leads on`() async throws {
        let status = FakeStatus.shop()
        status.change { _, resources in
            resources = ["eu": (0..<250).map { FakeStatus.resource(.topic("t\(1000 + $0)", on: "eu")) }]
        }
        try await asking(status) { asking async throws in
            let first = try await asking.get("/").text
            #expect(first.contains("t1099") && !first.contains("t1100") && first.contains("href=\"/?after=eu%20topic%2Feu%2Ft1099\""))
            let second = try await asking.get("/?after=eu%20topic%2Feu%2Ft1099").text
            #expect(second.contains("t1100") && second.contains("t1199") && !second.contains("t1099"))
            #expect(!(try await asking.get("/?after=eu%20topic%2Feu%2Ft1199").text.contains("next page")))
        }
    }

    @Test func `a controller that knows nothing yet has a page too`() async throws {
        try await asking(FakeStatus()) { asking async throws in
            let answer = try await asking.get("/")
            #expect(answer.status == 200 && answer.text.contains("No mesh yet") && answer.text.contains("the manifests were not read yet"))
        }
    }

    @Test func `text is escaped, whatever it holds`() {
        #expect(escapedHTML("a<b>&\"'") == "a&lt;b&gt;&amp;&quot;&#39;")
        #expect(escapedHTML("\u{0}\u{1B}[31m\u{85}") == "\u{FFFD}\u{FFFD}[31m\u{FFFD}")
        #expect(escapedHTML("żółć 🧵\n") == "żółć 🧵\n")
    }
}
