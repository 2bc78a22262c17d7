import Diagnostics
import EngineInterface
import MeshModel
import MeshPlanning
import Testing

@testable import PlanChecks

@Suite struct `No window without access` {
    static let old = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:checkout", operation: .write)
    static let new = AccessRule(resourceType: .topic, pattern: .prefix("ord"), principal: "User:checkout", operation: .all)
    static let denial = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:mallory", operation: .read, permission: .deny)
    static let widerDenial = AccessRule(resourceType: .topic, pattern: .prefix("ord"), principal: "User:*", operation: .read, permission: .deny)

    func windows(before: Set<AccessRule>, _ steps: [(Change.Stage, EngineOperation)]) -> [PlanFault] {
        let changes = steps.map { stage, operation in
            Change(address: .contract("x"), action: .update, stage: stage, operations: [operation], outcome: .access(Self.old, nil))
        }
        let nowhere = SourceRange(file: SourceFile(path: "c.yaml", text: ""), start: .start, end: .start)
        let cluster = DesiredCluster(
            name: "eu", resource: Resource(metadata: Metadata(name: Located("eu")), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
        return CheckedCluster(
            plan: ClusterPlan(cluster: "eu", changes: changes), desired: cluster, observed: ObservedCluster(access: before),
            mesh: DesiredMesh(name: "shop", clusters: ["eu": cluster]), options: .init()
        ).checkAccessWindows()
    }

    @Test func `a right that a wider one replaces goes after that has come`() {
        #expect(windows(before: [Self.old], [(.grant, .grant(Self.new)), (.revoke, .revoke(Self.old))]).isEmpty)
        let faults = windows(before: [Self.old], [(.grant, .revoke(Self.old)), (.revoke, .grant(Self.new))])
        #expect(faults.map(\.harm) == [.window])
        #expect(faults.first?.message == "User:checkout may not write topic in between, but may before and after")
    }

    @Test func `a right that goes for good leaves no window`() {
        #expect(windows(before: [Self.old, Self.denial], [(.grant, .grant(Self.denial)), (.revoke, .revoke(Self.old))]).isEmpty)
    }

    @Test func `whoever is kept out before and after is not let in in between`() {
        let allowed = AccessRule(resourceType: .topic, pattern: .any, principal: "User:*", operation: .all)
        #expect(
            windows(before: [allowed, Self.denial], [(.grant, .grant(Self.widerDenial)), (.revoke, .revoke(Self.denial))]).isEmpty)
        #expect(
            windows(before: [allowed, Self.denial], [(.grant, .revoke(Self.denial)), (.revoke, .grant(Self.widerDenial))])
                .map(\.harm).contains(.window))
    }

    @Test func `a denial of everybody is felt by those who have a rule of their own`() {
        let writers = AccessRule(resourceType: .topic, pattern: .literal("orders"), principal: "User:*", operation: .write, permission: .deny)
        #expect(windows(before: [Self.old], [(.grant, .grant(writers)), (.revoke, .revoke(writers))]).map(\.harm).contains(.window))
    }
}
