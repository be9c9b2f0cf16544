using System.Globalization;
using System.Text;
using System.Xml;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>Findings as a JUnit report, which build servers show as tests.</summary>
/// <remarks>https://github.com/testmoapp/junitxml describes what build servers read of it.</remarks>
internal static class JUnitReport
{
    private const string Tool = "IdentityPool";

    /// <summary>The report: a suite for each pool and a test for each finding. Without findings it is one test that passes, because build servers refuse a report of none.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="severity">The severity from which a finding is a failure.</param>
    /// <param name="artifact">The template that they are about; null when they are about no file.</param>
    public static string Write(IReadOnlyList<IdentityPoolFinding> findings, FindingSeverity severity, SarifArtifact? artifact)
    {
        var pools = new SarifPools(findings.Select(finding => finding.Pool));
        var suites = findings
            .GroupBy(finding => pools.NameOf(finding.Pool), StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Findings: group.ToList()));
        var text = new StringBuilder();
        using (
            var writer = XmlWriter.Create(
                text,
                new()
                {
                    Indent = true,
                    NewLineChars = "\n",
                    // The text of a command has no encoding of its own: the file that it is written to is UTF-8.
                    OmitXmlDeclaration = true,
                }
            )
        )
        {
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", Tool);
            WriteCounts(writer, findings, severity);
            foreach (var suite in suites)
            {
                WriteSuite(writer, suite.Name, suite.Findings, severity, artifact);
            }

            if (findings.Count == 0)
            {
                WriteSuite(writer, Tool, [], severity, artifact);
            }

            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter writer, string name, List<IdentityPoolFinding> findings, FindingSeverity severity, SarifArtifact? artifact)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", ShownText.Escape(name));
        WriteCounts(writer, findings, severity);
        var names = new Dictionary<(string RuleId, string Target), int>();
        foreach (var finding in findings)
        {
            var key = (finding.RuleId, finding.Target);
            var count = names[key] = names.GetValueOrDefault(key) + 1;
            WriteCase(writer, finding, count, severity, artifact);
        }

        if (findings.Count == 0)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("name", Messages.JUnitNothingFound);
            writer.WriteAttributeString("classname", Tool);
            writer.WriteAttributeString("time", "0");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, IdentityPoolFinding finding, int count, FindingSeverity severity, SarifArtifact? artifact)
    {
        var target = ShownText.Escape(finding.Target);
        writer.WriteStartElement("testcase");
        // Build servers take two tests of one name and class for one.
        writer.WriteAttributeString("name", count == 1 ? target : string.Create(CultureInfo.InvariantCulture, $"{target} ({count})"));
        writer.WriteAttributeString("classname", $"{Tool}.{finding.RuleId}");
        writer.WriteAttributeString("time", "0");
        if (artifact is not null)
        {
            writer.WriteAttributeString("file", artifact.Uri);
            writer.WriteAttributeString("line", artifact.LineOf(finding).ToString(CultureInfo.InvariantCulture));
        }

        if (finding.Suppression is { } reason)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", ShownText.Escape(reason));
            writer.WriteEndElement();
        }
        else if (finding.Severity >= severity)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("message", finding.Message);
            writer.WriteAttributeString("type", finding.Severity.ToString());
            writer.WriteString(Details(finding));
            writer.WriteEndElement();
        }
        else
        {
            writer.WriteElementString("system-out", Details(finding));
        }

        writer.WriteEndElement();
    }

    private static string Details(IdentityPoolFinding finding)
    {
        string[] lines =
        [
            $"{finding.Severity}: {finding.Message}",
            finding.Remedy,
            finding.HelpUri.AbsoluteUri,
            .. finding.Controls.Count == 0 ? (string[])[] : [string.Join(", ", finding.Controls)],
        ];
        return string.Join('\n', lines);
    }

    private static void WriteCounts(XmlWriter writer, IReadOnlyCollection<IdentityPoolFinding> findings, FindingSeverity severity)
    {
        Write("tests", Math.Max(1, findings.Count));
        Write("failures", findings.Count(finding => finding.Suppression is null && finding.Severity >= severity));
        Write("errors", 0);
        Write("skipped", findings.Count(finding => finding.Suppression is not null));
        writer.WriteAttributeString("time", "0");

        void Write(string name, int count) => writer.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
    }
}
