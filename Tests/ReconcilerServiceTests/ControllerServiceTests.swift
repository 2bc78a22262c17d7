import EngineInterface
import Logging
import MeshModel
import ReconcilerCore
import ReconcilerService
import ServiceLifecycle
import Synchronization
import TestSupport
import Testing

@Suite struct `A controller as a service` {
    @Test func `it serves while it runs, and a graceful shutdown lets it say its last words`() async throws {
        let story = LoopStory([
            "tick": [.connect("one", desired("one"), ticket(1))],
            "stop": [.write("one", [.approvalSpent(plan: "last")]), .resign("one"), .stopped],
        ])
        let (addresses, listening) = AsyncStream.makeStream(of: HostAndPort.self)
        let service = ControllerService(loop: story.loop, interface: InterfaceConfiguration(version: "1"), logger: quiet) { listening.yield($0) }
        let group = ServiceGroup(services: [service], gracefulShutdownSignals: [], logger: quiet)
        let running = Task { try await group.run() }
        var address: HostAndPort?
        for await found in addresses {
            address = found
            break
        }
        try await story.heard("connected one")
        #expect(address?.isLoopback == true && address?.port ?? 0 > 0)
        await group.triggerGracefulShutdown()
        try await running.value
        #expect(story.engines["one"].calls == ["append control last", "resign", "close"])
    }

    @Test func `where it cannot listen, nothing is begun`() async throws {
        try await asking(FakeStatus()) { other async throws in
            let story = LoopStory([:])
            let taken = other.server.address
            let service = ControllerService(loop: story.loop, interface: InterfaceConfiguration(listen: taken, version: "1"), logger: quiet)
            await #expect(throws: InterfaceStartError.addressInUse(taken)) { try await service.run() }
            #expect(story.names.isEmpty)
        }
    }
}
