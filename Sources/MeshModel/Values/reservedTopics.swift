/// Why a topic of this name is nobody's to declare, change or delete: the engine's own topics, a registry's, and Heddle's.
/// nil: it is an ordinary name. Continues "'__consumer_offsets' …".
package func reservedTopicProblem(_ name: String) -> String? {
    if name.hasPrefix("__heddle") { return "is one of Heddle's own topics" }
    if name.hasPrefix("__") { return "begins with '__', which is kept for the brokers' and Heddle's own topics" }
    if name == "_schemas" || name.hasPrefix("_schemas_") { return "is where a schema registry keeps its schemas" }
    if name.hasPrefix("_confluent") { return "begins with '_confluent', which is kept for Confluent's own topics" }
    return nil
}
