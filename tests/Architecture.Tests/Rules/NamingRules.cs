using System.Text.RegularExpressions;
using MediatR;

namespace AchieveApex.Architecture.Tests.Rules;

/// <summary>Names that say nothing, and places that mislead.</summary>
internal static partial class NamingRules
{
    public static Rule A_name_says_what_the_thing_does =>
        Rule.Each(
            code => code.Types,
            type => Empty().Match(type.NameWithoutArity()) is { Success: true } word ? $"is called '{word.Value}'" : null
        );

    public static Rule A_folder_says_what_is_in_it =>
        Rule.Each(
            code => code.Types,
            type => type.Namespace!.Split('.').FirstOrDefault(part => Empty().IsMatch(part)) is { } folder ? $"stands in '{folder}'" : null
        );

    public static Rule A_request_repeats_no_word_that_its_type_tells =>
        Rule.Each(
            code => code.Types.Where(type => type.IsAssignableTo(typeof(IBaseRequest)) && !type.IsInterface),
            type => Repeated().IsMatch(type.NameWithoutArity()) ? "repeats what its type tells" : null
        );

    public static Rule A_namespace_is_its_folder =>
        Rule.Each(
            code => code.Sources.Where(file => file.Namespace.Length > 0),
            file => file.Namespace == FolderAsNamespace(file.Path) ? null : $"stands in {Path.GetDirectoryName(file.Path)}"
        );

    private static string FolderAsNamespace(string path) =>
        path.Split('/') switch
        {
            ["src", .. var folders] => string.Join('.', folders[..^1].Prepend("AchieveApex")),
            [_, _, .. var folders] => string.Join('.', folders[..^1].Prepend("AchieveApex")),
            _ => path,
        };

    [GeneratedRegex("Manager$|Helpers?$|Util(s|ity|ities)?$|^Commons?$|Impl$|Service$|^Base(?=[A-Z]|$)|^Misc$|^Shared$")]
    private static partial Regex Empty();

    [GeneratedRegex("(Command|Query|Request|Dto)$")]
    private static partial Regex Repeated();
}
