import Determinism
import Diagnostics
import MeshModel
import Testing

@Suite struct `Access for a while` {
    private let noon = Instant(millisecondsSinceEpoch: 1_796_148_000_000)

    private func mesh(_ ends: [String: [Instant?]]) -> DesiredMesh {
        let nowhere = SourceRange(file: SourceFile(path: "a.yaml", text: ""), start: .start, end: .start)
        var mesh = DesiredMesh(name: "shop")
        for (name, ends) in ends {
            var cluster = DesiredCluster(
                name: name, resource: Resource(metadata: Metadata(name: Located(name)), spec: ClusterSpec(engine: Located(.embedded)), range: nowhere))
            for (index, end) in ends.enumerated() {
                let rule = AccessRule(resourceType: .topic, pattern: .literal("t\(index)"), principal: "User:a", operation: .read)
                cluster.access[rule] = DesiredAccess(origins: [Origin(document: "Access a")], expires: end)
            }
            mesh.clusters[name] = cluster
        }
        return mesh
    }

    @Test func `is over at its end, not before`() {
        let access = DesiredAccess(origins: [], expires: noon)
        #expect(!access.isOver(at: noon - .milliseconds(1)))
        #expect(access.isOver(at: noon))
        #expect(!DesiredAccess(origins: []).isOver(at: .distantFuture))
    }

    @Test func `the next end is the earliest of all clusters that is still to come`() {
        let mesh = mesh(["eu": [nil, noon + .seconds(60), noon], "us": [noon + .seconds(30), noon - .seconds(1)]])
        #expect(nextExpiry(of: mesh, after: noon) == noon + .seconds(30))
        #expect(nextExpiry(of: mesh, after: noon + .seconds(30)) == noon + .seconds(60))
        #expect(nextExpiry(of: mesh, after: noon + .seconds(60)) == nil)
        #expect(nextExpiry(of: DesiredMesh(name: "empty"), after: .epoch) == nil)
        #expect(mesh.clusters["eu"]?.access(at: noon).count == 2)
    }
}

@Suite struct `Roles` {
    @Test(arguments: AccessRole.allCases) func `speak only of what can be done to each thing`(role: AccessRole) {
        for part in ApplicationPart.allCases { #expect(!role.operations(on: part).isEmpty, "\(role) on \(part)") }
        for type in [AccessRule.ResourceType.topic, .group, .transactionalId, .cluster] {
            #expect(role.operations(on: type).isEmpty == role.needsApplication)
        }
    }

    @Test func `on-call reads no topic that the application only writes, and writes nothing but what is delivered again`() {
        #expect(AccessRole.onCall.operations(on: .produced) == [.describe, .describeConfigs])
        let written = ApplicationPart.allCases.filter { AccessRole.onCall.operations(on: $0).contains(.write) }
        #expect(written == [.consumedWithDeadLetters, .retry])
        #expect(ApplicationPart.allCases.allSatisfy { Set(AccessRole.onCall.operations(on: $0)).isDisjoint(with: [.all, .delete, .alter, .alterConfigs, .create]) })
    }

    @Test func `a viewer sees no records`() {
        for type in AccessRule.ResourceType.allCases {
            #expect(Set(AccessRole.viewer.operations(on: type)).isSubset(of: [.describe, .describeConfigs]))
        }
    }
}
