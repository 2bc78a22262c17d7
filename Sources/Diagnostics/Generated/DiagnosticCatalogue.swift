// Generated from Specs/diagnostics by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let pages: [DiagnosticPage] = [accessPages, applicationPages, avroPages, clusterPages, contractPages, jsonPages, jsonSchemaPages, manifestPages, meshPages, principalPages, protobufPages, topicPages, yamlPages].flatMap { $0 }
}
