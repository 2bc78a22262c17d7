import ContractGeneration

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

// The tool of the plugins, and nothing for people: they have `heddle generate swift`. It is compiled anew for every package that
// uses the plugin, so it stays small.

guard let arguments = ToolArguments(CommandLine.arguments.dropFirst()) else {
    print("error: \(ToolArguments.usage)")
    exit(64)
}
exit(generateForBuild(arguments))
