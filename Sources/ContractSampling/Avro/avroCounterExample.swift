import ContractModel
import ContractPayloads
import LocatedJSON

/// A value of the writer's that the reader refuses; nil where there is none that has an end.
package func avroCounterExample(writer: AvroSchema, reader: AvroSchema, toward path: String = "") -> CounterExample? {
    guard let decoder = try? AvroDecoder(writer: writer, reader: reader),
        let value = decoder.refusedValue(of: writer, toward: path), let bytes = try? encodeAvro(value, writer)
    else { return nil }
    do throws(PayloadError) {
        _ = try decoder.decode(bytes)
        return nil
    } catch {
        guard error.kind == .refused else { return nil }
        return CounterExample(
            payload: value.json(writer).compactText, bytes: bytes, path: error.path,
            explanation: error.message)
    }
}
