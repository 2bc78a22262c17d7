import Foundation
import MeshControl
import MeshModel
import ReconcilerCore
import ReconcilerService
import TestSupport
import Testing

@Suite struct `The interface` {
    @Test func `the whole status is told`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            let answer = try await asking.get("/v1/status")
            #expect(answer.status == 200 && answer.headers["content-type"] == "application/json")
            #expect(answer.body["formatVersion"] == "1.0")
            #expect(answer.body["controller"]["name"] == "ada@test" && answer.body["controller"]["ready"] == .boolean(true))
            #expect(answer.body["controller"]["startedAt"] == "2026-11-23T15:04:05.000Z")
            #expect(answer.body["source"]["problem"]["kind"] == "invalid" && answer.body["source"]["revision"] == "0123456789abcdef")
            #expect(answer.body["clusters"][0]["cluster"] == "eu" && answer.body["clusters"][1]["cluster"] == "us")
            #expect(answer.body["clusters"][0]["pending"]["id"] == "3f9a0c1d2e4b")
        }
    }

    @Test func `a cluster is told, and one that is not there is not`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            let answer = try await asking.get("/v1/clusters/eu")
            #expect(answer.status == 200 && answer.body["mesh"] == "shop" && answer.body["formatVersion"] == "1.0")
            let other = try await asking.get("/v1/clusters/mars")
            #expect(other.status == 404 && other.headers["content-type"] == "application/problem+json")
            #expect(other.body["type"] == "about:blank" && other.body["status"] == 404 && other.body["title"] == "Not Found")
        }
    }

    @Test func `resources are filtered and paged`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            func addresses(_ query: String) async throws -> [String] {
                let items = try await asking.get("/v1/resources" + query).body["items"]
                guard case .array(let items) = items else { return ["?"] }
                return items.map { if case .string(let text) = $0["address"] { text } else { "?" } }
            }
            #expect(try await asking.get("/v1/resources").body["total"] == 6)
            #expect(try await addresses("?condition=Drifted") == ["topic/eu/orders"])
            #expect(try await addresses("?condition=Synced&state=False") == ["topic/eu/orders"])
            #expect(try await addresses("?state=Unknown").isEmpty)
            #expect(try await addresses("?kind=topic&cluster=us") == ["topic/us/orders"])
            #expect(try await addresses("?kind=contract") == ["contract/order", "contract/order"])
            #expect(try await addresses("?cluster=mars").isEmpty)
            var seen: [String] = []
            var next = ""
            for _ in 0..<10 {
                let page = try await asking.get("/v1/resources?limit=2" + next).body
                guard case .array(let items) = page["items"] else { break }
                seen += items.compactMap { if case .string(let text) = $0["address"] { text } else { nil } }
                guard case .string(let after) = page["next"] else { break }
                next = "&after=" + (after.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
            }
            #expect(seen == [
                "access/eu/User:a/write/topic/orders*", "contract/order", "topic/eu/orders", "topic/eu/payments", "contract/order", "topic/us/orders",
            ])
        }
    }

    @Test func `a resource is found by its address, with slashes as they are or not`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            for path in ["topic/eu/orders", "topic%2Feu%2forders"] {
                let answer = try await asking.get("/v1/resources/\(path)")
                #expect(answer.status == 200 && answer.body["address"] == "topic/eu/orders" && answer.body["cluster"] == "eu", "\(path)")
            }
            #expect(try await asking.get("/v1/resources/access/eu/User:a%2Fwrite/topic/orders*").status == 200)
            let contract = try await asking.get("/v1/resources/contract/order").body
            #expect(contract["cluster"] == "eu" && contract["alsoIn"] == ["us"])
            let inUS = try await asking.get("/v1/resources/contract/order?cluster=us").body
            #expect(inUS["cluster"] == "us" && inUS["alsoIn"] == .null)
            #expect(try await asking.get("/v1/resources/topic/eu/none").status == 404)
        }
    }

    @Test func `what cannot be understood is 400 and says why`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            for path in [
                "/v1/resources?limit=0", "/v1/resources?limit=1001", "/v1/resources?limit=x", "/v1/resources?condition=Good", "/v1/resources?kind=thing",
                "/v1/resources?cluster=a&cluster=b", "/v1/resources?order=up", "/v1/status?x=1", "/?limit=3", "/v1/resources?state=maybe",
            ] {
                let answer = try await asking.get(path)
                #expect(answer.status == 400 && answer.headers["content-type"] == "application/problem+json", "\(path)")
            }
            #expect(try await asking.get("/v1/resources?limit=0").body["detail"] == "'limit' is a number from 1 to 1000")
        }
    }

    @Test func `other paths are 404, other methods 405 with what is allowed`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            for path in ["/nothing", "/v1", "/v1/clusters/", "/v1/clusters/eu/more", "/v1/resources/", "/v1/status/", "/V1/status"] {
                #expect(try await asking.get(path).status == 404, "\(path)")
            }
            let post = try await asking.call("POST", "/v1/status")
            #expect(post.status == 405 && post.headers["allow"] == "GET, HEAD")
            let get = try await asking.get("/v1/hooks/git")
            #expect(get.status == 405 && get.headers["allow"] == "POST")
        }
    }

    @Test func `HEAD is answered as GET, without the body`() async throws {
        try await asking(FakeStatus.shop()) { asking async throws in
            for path in ["/", "/v1/status", "/v1/resources", "/healthz"] {
                let (get, head) = (try await asking.get(path), try await asking.call("HEAD", path))
                #expect(head.status == 200 && head.text.isEmpty, "\(path)")
                #expect(head.headers["content-length"] == get.headers["content-length"] && head.headers["content-type"] == get.headers["content-type"], "\(path)")
            }
        }
    }

    @Test func `it is alive at once, and ready once there were sound manifests`() async throws {
        let status = FakeStatus()
        try await asking(status) { asking async throws in
            #expect(try await asking.get("/healthz").status == 200)
            let early = try await asking.get("/readyz")
            #expect(early.status == 503 && early.body["detail"] == "the manifests were not read yet")
            status.change { view, _ in view.source.problem = SourceProblem(.unreachable, "no route") }
            #expect(try await asking.get("/readyz").body["detail"] == "the manifests: no route")
            status.change { view, _ in view.source.goodAt = moment }
            #expect(try await asking.get("/readyz").status == 200)
            status.change { view, _ in view.isStopping = true }
            #expect(try await asking.get("/readyz").status == 503)
        }
    }

    @Test func `metrics are told where they are kept`() async throws {
        try await asking(FakeStatus()) { asking async throws in #expect(try await asking.get("/metrics").status == 404) }
        try await asking(FakeStatus(), { $0.metrics = { "heddle_rounds_total 7\n" } }) { asking async throws in
            let answer = try await asking.get("/metrics")
            #expect(answer.status == 200 && answer.text == "heddle_rounds_total 7\n")
            #expect(answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    @Test func `resources are laid out once for each state`() async throws {
        let status = FakeStatus.shop()
        try await asking(status) { asking async throws in
            for _ in 0..<3 { _ = try await asking.get("/v1/resources") }
            #expect(status.asked == 1)
            status.change { _, resources in resources["us"] = [] }
            #expect(try await asking.get("/v1/resources").body["total"] == 4)
            #expect(status.asked == 2)
        }
    }

    @Test func `an address that is taken is named`() async throws {
        try await asking(FakeStatus()) { first async throws in
            let taken = first.server.address
            await #expect(throws: InterfaceStartError.addressInUse(taken)) {
                _ = try await InterfaceServer.start(InterfaceConfiguration(listen: taken, version: "1"), about: FakeStatus(), logger: quiet)
            }
        }
    }

    @Test func `it listens on loopback unless told otherwise`() async throws {
        try await asking(FakeStatus()) { asking async throws in
            #expect(asking.server.address.isLoopback && asking.server.address.port > 0)
        }
    }

    @Test func `the description names what is served`() async throws {
        let text = try String(contentsOf: packageRoot.appendingPathComponent("Specs/http/controller.openapi.yaml"), encoding: .utf8)
        let paths = text.split(separator: "\n").filter { $0.hasPrefix("  /") && $0.hasSuffix(":") }.map { String($0.dropFirst(2).dropLast()) }
        #expect(paths.count == 9)
        try await asking(FakeStatus.shop(), { $0.metrics = { "" } }) { asking async throws in
            for path in paths where path != "/v1/hooks/git" {
                let asked = path.replacing("{cluster}", with: "eu").replacing("{address}", with: "topic/eu/orders")
                #expect(try await asking.get(asked).status == 200, "\(path)")
            }
        }
    }
}
