using System.Text;

namespace IdentityPools.Template;

/// <summary>Changes of a text, all told by places in the text as it is.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Start, int End, string Text)> edits = [];

    public void Replace(int start, int end, string replacement) => edits.Add((start, end, replacement));

    public void Insert(int at, string inserted) => edits.Add((at, at, inserted));

    public void Delete(int start, int end) => edits.Add((start, end, ""));

    public string Apply()
    {
        var result = new StringBuilder(text.Length);
        var position = 0;
        // What is inserted at a place stands before what is taken away from there; in other things the order of the calls counts.
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End > edit.Start))
        {
            result.Append(text, position, edit.Start - position).Append(edit.Text);
            position = edit.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
