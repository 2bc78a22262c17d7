import Determinism
import Foundation
import MeshControl
import MeshModel
import ReconcilerCore
@testable import ReconcilerService
import Synchronization
import TestSupport

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// What an interface is told to tell.
final class FakeStatus: StatusTelling {
    private struct State {
        var view: StatusBoard.View
        var resources: [String: [ResourceStatus]] = [:]
        var hints = 0
        var asked = 0
    }
    private let state: Mutex<State>

    init() { state = Mutex(State(view: StatusBoard.View(name: "ada@test", startedAt: moment))) }

    var view: StatusBoard.View { state.withLock { $0.view } }
    var hints: Int { state.withLock { $0.hints } }
    /// How often the resources were asked for.
    var asked: Int { state.withLock { $0.asked } }

    func resources() async -> [String: [ResourceStatus]] {
        state.withLock { state in
            state.asked += 1
            return state.resources
        }
    }

    func hint() { state.withLock { $0.hints += 1 } }

    func change(_ change: (inout StatusBoard.View, inout [String: [ResourceStatus]]) -> Void) {
        state.withLock { state in
            change(&state.view, &state.resources)
            state.view.steps += 1
        }
    }

    /// A mesh of two clusters, with a little of everything.
    static func shop() -> FakeStatus {
        let status = FakeStatus()
        status.change { view, resources in
            view.source.readAt = moment
            view.source.goodAt = moment
            view.source.revision = "0123456789abcdef"
            view.source.repository = "github.com/acme/mesh"
            view.source.problem = SourceProblem(.invalid, "the manifests have <1> error", diagnostics: ["topics.yaml:1:1: \"x\" & y"], revision: "feed")
            var eu = cluster("eu")
            eu.conditions = [Condition(.synced, .no, reason: "AwaitingApproval", message: "1 change waits", since: moment)]
            eu.pending = PendingPlan(
                id: "3f9a0c1d2e4b",
                changes: [.init(address: .topic("orders.old", on: "eu"), action: "delete", risk: "destructive", reasons: ["<b>12</b> records are lost"])],
                since: moment)
            eu.suspensions = [Suspension(address: nil, by: "ada@laptop", at: moment, reason: "<script>alert(1)</script>")]
            eu.observedAt = moment
            view.clusters = ["eu": eu, "us": cluster("us")]
            resources = [
                "eu": [
                    resource(.topic("orders", on: "eu"), drifted: true), resource(.topic("payments", on: "eu")), resource(.contract("order")),
                    resource(ResourceAddress(kind: .access, cluster: "eu", name: "User:a/write/topic/orders*")),
                ],
                "us": [resource(.topic("orders", on: "us")), resource(.contract("order"))],
            ]
        }
        return status
    }

    static func cluster(_ name: String) -> ClusterStatus {
        ClusterStatus(mesh: "shop", cluster: name, controller: "ada@test", epoch: 3, writtenAt: moment, validUntil: moment)
    }

    static func resource(_ address: ResourceAddress, drifted: Bool = false) -> ResourceStatus {
        ResourceStatus(
            address: address, generation: 1, observedGeneration: 1, revision: "0123456789abcdef",
            conditions: [
                Condition(.synced, drifted ? .no : .yes, reason: drifted ? "Changed" : "Applied", since: moment),
                Condition(.drifted, drifted ? .yes : .no, reason: drifted ? "Changed" : "Applied", since: moment),
            ])
    }
}

/// 2026-11-23T15:04:05.000Z
let moment = Instant(millisecondsSinceEpoch: 1_795_446_245_000)

/// An interface that runs, and a client that asks it.
struct Asking {
    let server: InterfaceServer
    private let session = URLSession(configuration: .ephemeral)

    init(server: InterfaceServer) { self.server = server }

    struct Answer {
        var status: Int
        var text: String
        /// By name in small letters.
        var headers: [String: String]
        var body: JSONTree { (try? JSONTree(parsing: text)) ?? .null }
    }

    func call(_ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        guard let url = URL(string: server.url + path) else { throw URLError(.badURL) }
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let http = response as? HTTPURLResponse
        var found: [String: String] = [:]
        for (name, value) in http?.allHeaderFields ?? [:] { found["\(name)".lowercased()] = "\(value)" }
        return Answer(status: http?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self), headers: found)
    }

    func get(_ path: String) async throws -> Answer { try await call("GET", path) }
}

func asking(
    _ status: any StatusTelling, _ change: (inout InterfaceConfiguration) -> Void = { _ in }, _ test: (Asking) async throws -> Void
) async throws {
    var configuration = InterfaceConfiguration(version: "1.2.3")
    change(&configuration)
    let server = try await InterfaceServer.start(configuration, about: status, logger: quiet)
    do {
        try await test(Asking(server: server))
    } catch {
        await server.stop()
        throw error
    }
    await server.stop()
}
