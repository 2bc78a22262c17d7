import LocatedJSON

/// fastavro and Apache Avro for Python, by way of clients/avro_values.py.
enum PythonAvro {
    static var isThere: Bool { PythonClient.isThere }

    static func ask(_ questions: [String]) throws -> [JSONNode] { try PythonClient(script: "avro_values.py").ask(questions) }
}
