using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>A policy document around statements.</summary>
internal static class PolicyDocument
{
    /// <summary>The version in which policy variables work.</summary>
    public const string Version = "2012-10-17";

    public static TemplateMapping Of(TemplateSequence statements) => new() { { "Version", Version }, { "Statement", statements } };

    /// <summary>The statements as a document, with the identity pool's policy variables and condition keys as the partition names them.</summary>
    public static TemplateMapping Of(IEnumerable<PolicyStatement> statements, AwsPartition partition) =>
        Of(new TemplateSequence(statements.Select(statement => PartitionNames.Localised(statement.ToNode(), partition))));
}
