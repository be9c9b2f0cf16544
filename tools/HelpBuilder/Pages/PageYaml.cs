using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>Reads the YAML in pages; what is not known or is missing is an error.</summary>
public static class PageYaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder().WithEnforceRequiredMembers().WithDuplicateKeyChecking().Build();

    /// <summary>Reads a block.</summary>
    /// <typeparam name="T">What the block is.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="line">The line before the first of the block, from 1.</param>
    /// <param name="text">The block.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="PageException">The block is not what is expected.</exception>
    public static T Read<T>(PageText page, int line, string text)
    {
        try
        {
            return Reader.Deserialize<T>(text) ?? throw new PageException(page.Problem(line, "The block of YAML is empty."));
        }
        catch (YamlException fault)
        {
            throw new PageException(page.Problem(line + (int)fault.Start.Line, $"The YAML cannot be read: {(fault.InnerException ?? fault).Message}"));
        }
    }
}
