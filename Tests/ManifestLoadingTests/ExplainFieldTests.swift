import ManifestLoading
import Testing

struct ExplainFieldTests {
    @Test func `a field says what it takes, what it means and what holds without it`() throws {
        let text = try #require(explainField(path: "Topic.retention.time"))
        #expect(text.hasPrefix("Topic.retention.time: a duration\n"))
        #expect(text.contains("  time: 7d\n"))
        let partitions = try #require(explainField(path: "topic.spec.partitions"))
        #expect(partitions.contains("Where it is absent: 1"))
    }

    @Test func `lists are passed through, metadata is reached, a kind explains itself`() throws {
        #expect(try #require(explainField(path: "Application.consumes.retry.backoff.max")).contains("The longest wait."))
        #expect(try #require(explainField(path: "Topic.metadata.owner")).contains("required"))
        #expect(try #require(explainField(path: "Cluster")).contains("listeners"))
        #expect(try #require(explainField(path: "Cluster.engine")).contains("embedded: "))
    }

    @Test(arguments: ["", "Topik", "Topic.", "Topic.retension", "Topic.retention.time.more", "topic/unknown-contract"])
    func `a path that leads nowhere is nil`(_ path: String) {
        #expect(explainField(path: path) == nil)
    }

    @Test func `every field of every kind has documentation, an example, and can be explained`() {
        func visit(_ fields: [FieldDescription], _ path: String) {
            for field in fields {
                #expect(!field.documentation.isEmpty && !field.example.isEmpty, "\(path).\(field.name)")
                #expect(explainField(path: "\(path).\(field.name)") != nil, "\(path).\(field.name)")
                visit(field.shape.fields, "\(path).\(field.name)")
            }
        }
        for kind in ManifestKind.allCases { visit(kind.description.spec.fields, kind.rawValue) }
    }
}
