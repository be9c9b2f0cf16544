using System.Diagnostics;
using System.Text;

namespace IdentityPools.UnitTests.Yaml;

/// <summary>PyYAML, which cfn-lint and the tools of AWS read templates with, where it is installed.</summary>
internal static class PyYaml
{
    // Reads a JSON list of pairs, a text in YAML and what it stands for, and prints the index of every pair that disagrees.
    private const string Script = """
        import json, sys, yaml

        class Loader(yaml.SafeLoader):
            pass

        def function(loader, suffix, node):
            name = suffix if suffix in ('Ref', 'Condition') else 'Fn::' + suffix
            if isinstance(node, yaml.ScalarNode):
                value = node.value.split('.', 1) if suffix == 'GetAtt' else node.value
            elif isinstance(node, yaml.SequenceNode):
                value = loader.construct_sequence(node, deep=True)
            else:
                value = loader.construct_mapping(node, deep=True)
            return {name: value}

        Loader.add_multi_constructor('!', function)
        for index, (text, meaning) in enumerate(json.load(sys.stdin)):
            try:
                read = yaml.load(text, Loader)
            except yaml.YAMLError as error:
                read = error
            if read != meaning:
                print(index, repr(read))
        """;

    /// <summary>Whether Python and PyYAML are there.</summary>
    public static bool IsInstalled { get; } = Find();

    /// <summary>Has PyYAML read every text.</summary>
    /// <param name="pairs">A JSON list of pairs: text and meaning.</param>
    /// <returns>A line for each text that does not mean what it should.</returns>
    public static string Disagreements(string pairs)
    {
        using var process = Start(Script);
        // Either end could fill its pipe while nobody reads the other.
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(pairs);
        process.StandardInput.Close();
        process.WaitForExit();
        return output.Result + errors.Result;
    }

    private static bool Find()
    {
        try
        {
            using var process = Start("import yaml");
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No such program: that is the answer.
            return false;
        }
    }

    private static Process Start(string script) =>
        Process.Start(
            new ProcessStartInfo("python3", ["-c", script])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["PYTHONUTF8"] = "1" },
            }
        )!;
}
