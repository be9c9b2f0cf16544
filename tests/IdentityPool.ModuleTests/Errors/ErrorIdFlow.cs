using System.Xml.Linq;
using IdentityPools.HelpPages.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IdentityPools.ModuleTests.Errors;

/// <summary>
/// The ids of errors, read from the sources: every text that flows into something named errorId, a parameter, a property, a local or a part of a tuple. Where it
/// cannot be told which text that is, the place counts as untraced.
/// </summary>
internal sealed class ErrorIdFlow
{
    private const string Name = "errorId";

    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private readonly CSharpCompilation compilation;
    private readonly HashSet<string> takers;
    private readonly SortedSet<string> ids = new(StringComparer.Ordinal);
    private readonly List<string> untraced = [];

    private ErrorIdFlow(CSharpCompilation compilation)
    {
        this.compilation = compilation;
        takers = Takers(compilation);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                foreach (var value in Values(node, model))
                {
                    Trace(value, model);
                }
            }
        }
    }

    /// <summary>The ids.</summary>
    public IReadOnlyCollection<string> Ids => ids;

    /// <summary>The places whose text is not known.</summary>
    public IReadOnlyList<string> Untraced => untraced;

    /// <summary>Reads all sources that are shipped.</summary>
    public static ErrorIdFlow OfSources()
    {
        var source = Path.Combine(ModuleRunspace.Root, "src");
        var trees = Directory
            .EnumerateDirectories(source, "IdentityPool*")
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !IsBuilt(Path.GetRelativePath(source, file)))
            .Select(file => Parsed(File.ReadAllText(file), file));
        return new(CSharpCompilation.Create("Sources", [.. trees, .. Generated(source)], References()));
    }

    /// <summary>The texts that the keys of a table are, in the order of its rows, and what stands beside them.</summary>
    public IEnumerable<KeyValuePair<string, string>> Rows(string type) =>
        from tree in compilation.SyntaxTrees
        from declaration in tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()
        where declaration.Identifier.Text == type
        from row in declaration.DescendantNodes().OfType<InitializerExpressionSyntax>()
        where row.IsKind(SyntaxKind.ComplexElementInitializerExpression)
        let key = compilation.GetSemanticModel(tree).GetConstantValue(row.Expressions[0]).Value as string
        select KeyValuePair.Create(key, row.Expressions[1].ToString());

    private static bool IsBuilt(string path) => path.Split(Path.DirectorySeparatorChar) is [_, "bin" or "obj", ..];

    private static SyntaxTree Parsed(string text, string file = "") => CSharpSyntaxTree.ParseText(text, new(LanguageVersion.Preview), file);

    /// <summary>What the build writes: the class of the sentences, and the namespaces that every file uses.</summary>
    private static IEnumerable<SyntaxTree> Generated(string source)
    {
        var names = XDocument
            .Load(Path.Combine(source, "IdentityPool.Core", "Messages.resx"))
            .Root!.Elements("data")
            .Select(entry => $"public static string {entry.Attribute("name")!.Value} => null;");
        yield return Parsed($"namespace IdentityPools; internal static class Messages {{ {string.Join(' ', names)} }}");
        yield return Parsed(GlobalUsings);
    }

    private static IEnumerable<MetadataReference> References()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var libraries = Directory.GetFiles(Path.Combine(ModuleRunspace.Root, "out", "IdentityPool", "lib"), "*.dll");
        return platform
            .Concat(libraries)
            .Where(file => !Path.GetFileName(file).StartsWith("IdentityPool", StringComparison.Ordinal))
            .DistinctBy(Path.GetFileName)
            .Select(file => MetadataReference.CreateFromFile(file));
    }

    /// <summary>The names of all methods and types that are handed an id. Only their calls have to be understood, which takes most of the time.</summary>
    private static HashSet<string> Takers(CSharpCompilation compilation) =>
        compilation
            .SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ParameterSyntax>())
            .Where(parameter => IsId(parameter.Identifier.Text))
            .Select(parameter => parameter.Parent?.Parent)
            .Select(taker =>
                taker is MethodDeclarationSyntax method ? method.Identifier.Text : taker?.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.Text
            )
            .OfType<string>()
            .ToHashSet();

    private static bool IsId(string? name) => name?.EndsWith(Name, StringComparison.OrdinalIgnoreCase) == true;

    private IEnumerable<ExpressionSyntax> Values(SyntaxNode node, SemanticModel model) =>
        node switch
        {
            ArgumentSyntax { Parent: TupleExpressionSyntax tuple } argument => MayBeId(argument.Expression) && IsId(Element(tuple, argument, model))
                ? [argument.Expression]
                : [],
            ArgumentSyntax argument => IsId(Parameter(argument, model)) ? [argument.Expression] : [],
            ParameterSyntax { Default.Value: { } value } parameter => IsId(parameter.Identifier.Text) ? [value] : [],
            VariableDeclaratorSyntax { Initializer.Value: { } value } variable => IsId(variable.Identifier.Text) ? [value] : [],
            PropertyDeclarationSyntax property => IsId(property.Identifier.Text) ? Bodies(property, property.ExpressionBody, property.Initializer) : [],
            MethodDeclarationSyntax method => IsId(method.Identifier.Text) ? Bodies(method, method.ExpressionBody, null) : [],
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment => IsId(name.Identifier.Text) ? [assignment.Right] : [],
            _ => [],
        };

    private static IEnumerable<ExpressionSyntax> Bodies(SyntaxNode member, ArrowExpressionClauseSyntax? arrow, EqualsValueClauseSyntax? initializer) =>
        new[] { arrow?.Expression, initializer?.Value }
            .Concat(member.DescendantNodes().OfType<ReturnStatementSyntax>().Select(statement => statement.Expression))
            .OfType<ExpressionSyntax>();

    /// <summary>The name that a part of a tuple gets where the tuple goes to.</summary>
    private static string? Element(TupleExpressionSyntax tuple, ArgumentSyntax argument, SemanticModel model)
    {
        ExpressionSyntax whole = tuple;
        while (whole.Parent is SwitchExpressionArmSyntax or ConditionalExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            whole = whole.Parent is SwitchExpressionArmSyntax arm ? (ExpressionSyntax)arm.Parent! : (ExpressionSyntax)whole.Parent;
        }

        return model.GetTypeInfo(whole).ConvertedType is INamedTypeSymbol { IsTupleType: true } type
            ? type.TupleElements.ElementAtOrDefault(tuple.Arguments.IndexOf(argument))?.Name
            : null;
    }

    private string? Parameter(ArgumentSyntax argument, SemanticModel model)
    {
        if (argument is not { Parent: ArgumentListSyntax { Parent: { } call } list } || !MayTake(call))
        {
            return null;
        }

        if (argument.NameColon is { } named)
        {
            return named.Name.Identifier.Text;
        }

        var symbol = model.GetSymbolInfo(call) is var info && info.Symbol is { } found ? found : info.CandidateSymbols.FirstOrDefault();
        return (symbol as IMethodSymbol)?.Parameters.ElementAtOrDefault(list.Arguments.IndexOf(argument))?.Name;
    }

    private static bool MayBeId(ExpressionSyntax value) =>
        value is LiteralExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax
        || value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => name.Identifier.Text == "Messages" || IsId(name.Identifier.Text));

    private bool MayTake(SyntaxNode call) =>
        call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } => takers.Contains(member.Name.Identifier.Text),
            InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => takers.Contains(name.Identifier.Text),
            InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax member } => takers.Contains(member.Name.Identifier.Text),
            ObjectCreationExpressionSyntax creation => takers.Contains(creation.Type.ToString().Split('.')[^1]),
            PrimaryConstructorBaseTypeSyntax type => takers.Contains(type.Type.ToString()),
            // What it makes is told by its place only; whoever hands over an id begins with it.
            ImplicitObjectCreationExpressionSyntax creation => creation.ArgumentList.Arguments is [{ Expression: var first }, ..] && MayBeId(first),
            _ => false,
        };

    private void Trace(ExpressionSyntax value, SemanticModel model)
    {
        switch (value)
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or ThrowExpressionSyntax:
                break;
            case var constant when model.GetConstantValue(constant) is { HasValue: true, Value: string id }:
                ids.Add(id);
                break;
            case ParenthesizedExpressionSyntax inner:
                Trace(inner.Expression, model);
                break;
            case ConditionalExpressionSyntax choice:
                Trace(choice.WhenTrue, model);
                Trace(choice.WhenFalse, model);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice:
                Trace(choice.Left, model);
                Trace(choice.Right, model);
                break;
            case SwitchExpressionSyntax choice:
                choice.Arms.ToList().ForEach(arm => Trace(arm.Expression, model));
                break;
            case var other when !other.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => IsId(name.Identifier.Text)):
                untraced.Add($"{other.GetLocation().GetLineSpan()}: {other}");
                break;
        }
    }
}
