// Generated from Specs/diagnostics by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let pages: [DiagnosticPage] = [accessPages, accessAuditPages, applicationPages, avroPages, checkPages, clusterPages, codegenPages, contractPages, expressionPages, jsonPages, jsonSchemaPages, lintPages, manifestPages, meshPages, payloadPages, policyPages, principalPages, protobufPages, topicPages, xsdPages, yamlPages].flatMap { $0 }
}
