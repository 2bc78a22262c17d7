import Foundation

// codecs FOLDER verify | list | run CASE COUNT | time ROUNDS
//
// FOLDER may hold other-writer.avsc and other-writer.avro: the event as another version of the contract writes it.

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
    print("usage: codecs FOLDER verify | list | run CASE COUNT | time ROUNDS")
    exit(64)
}
let folder = URL(fileURLWithPath: arguments[1])
let foreign: (schema: String, bytes: [UInt8])? =
    if let schema = try? String(contentsOf: folder.appendingPathComponent("other-writer.avsc"), encoding: .utf8),
        let data = try? Data(contentsOf: folder.appendingPathComponent("other-writer.avro")) { (schema, Array(data)) } else { nil }
let cases = try makeCases(foreign: foreign)
switch arguments[2] {
case "verify": try verify(into: folder, foreign: foreign)
case "list": for one in cases { print(one.name) }
case "run":
    guard arguments.count == 5, let count = Int(arguments[4]), let one = cases.first(where: { $0.name == arguments[3] }) else { exit(64) }
    try one.run(count)
case "time": try time(cases, rounds: arguments.count > 3 ? Int(arguments[3]) ?? 15 : 15)
default: exit(64)
}
// Nobody else may read what is never read.
if trace == .min { print(trace) }
